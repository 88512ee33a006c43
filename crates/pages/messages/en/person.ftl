## One person: their path, and the pages beside it

person-title = { $name }: { $place }
person-pages = Pages of this person
person-path = The path
person-consultation = Consultation
person-history = History
person-screening = Screening
person-consent = Consent
person-preparation = Preparation
person-prescription = Prescription
person-sessions = Sessions
person-integration = Integration
person-measures = Measures
