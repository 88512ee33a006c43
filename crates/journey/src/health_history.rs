//! health_history
