-- An alert follows the warning that the periods of its subject add up to (inactive, pending, firing, held, resolved), and people
-- have until due_at for what it waits for. An alert of an earlier release has neither yet: the service gives it a deadline when it
-- first looks. clock_from is when the clock of its level started; overdue_since is set while something did not come in time.
ALTER TABLE alert
    ADD COLUMN warning            text NOT NULL DEFAULT 'firing'
                                  CHECK (warning IN ('inactive', 'pending', 'firing', 'held', 'resolved')),
    ADD COLUMN acknowledged_until timestamptz,
    ADD COLUMN clock_from         timestamptz,
    ADD COLUMN due_at             timestamptz,
    ADD COLUMN overdue_since      timestamptz;

CREATE INDEX ix_alert_due ON alert (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX ix_alert_acknowledged_until ON alert (acknowledged_until) WHERE acknowledged_until IS NOT NULL;
CREATE INDEX ix_alert_without_clock ON alert (id) WHERE clock_from IS NULL;
CREATE INDEX ix_alert_acknowledged ON alert (acknowledged_at) WHERE state = 'acknowledged';
CREATE INDEX ix_alert_overdue ON alert (overdue_since) WHERE overdue_since IS NOT NULL;
