"""The audit trail. Other apps write `jejak.actions.record(...)` as the last step of an action."""
