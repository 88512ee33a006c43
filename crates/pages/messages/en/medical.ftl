## The medical side: history, screening, protocol, prescription
