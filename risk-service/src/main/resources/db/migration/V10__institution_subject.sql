-- What a rule judges is an indicator of a plan in a region, or an institution, by itself or toward one counterpart (a borrower, a
-- group). Of an institution, plan is the one that asks for the supervision, and indicator the formula that is judged. The
-- subject tells one from the other: an institution that moves to another region stays the same. An alert can also be about a rule
-- that fails (indicator) in a city (region): its own rule is rule-failed.
ALTER TABLE alert
    ADD COLUMN institution text,
    ADD COLUMN counterpart text,
    ADD CHECK (counterpart IS NULL OR institution IS NOT NULL);
ALTER TABLE alert
    ADD COLUMN subject text NOT NULL GENERATED ALWAYS AS (
        CASE WHEN rule = 'rule-failed' THEN 'rule/' || indicator || '/' || region
             WHEN institution IS NULL THEN 'plan/' || plan || '/' || indicator || '/' || region
             WHEN counterpart IS NULL THEN 'institution/' || institution
             ELSE 'institution/' || institution || '/' || counterpart END) STORED;

-- An institution that moves takes its alerts along, and they their timelines.
CREATE POLICY move_regions ON alert_timeline FOR UPDATE USING (region_in_scope(region, 'finplan.write_regions'));
GRANT UPDATE (region) ON alert_timeline TO "${appRole}";

DROP INDEX uq_alert_open;
CREATE UNIQUE INDEX uq_alert_open ON alert (rule, subject) WHERE state <> 'closed';
DROP INDEX ix_alert_subject;
CREATE INDEX ix_alert_subject ON alert (rule, subject);
CREATE INDEX ix_alert_institution ON alert (institution, raised_at, id) WHERE institution IS NOT NULL;

ALTER TABLE rule_assessment
    ADD COLUMN institution text,
    ADD COLUMN counterpart text,
    ADD CHECK (counterpart IS NULL OR institution IS NOT NULL);
ALTER TABLE rule_assessment
    ADD COLUMN subject text NOT NULL GENERATED ALWAYS AS (
        CASE WHEN institution IS NULL THEN 'plan/' || plan || '/' || indicator || '/' || region
             WHEN counterpart IS NULL THEN 'institution/' || institution
             ELSE 'institution/' || institution || '/' || counterpart END) STORED;
ALTER TABLE rule_assessment DROP CONSTRAINT rule_assessment_pkey;
ALTER TABLE rule_assessment ADD PRIMARY KEY (rule, subject, period);
CREATE INDEX ix_rule_assessment_institution
    ON rule_assessment (institution, rule, period) WHERE institution IS NOT NULL;

-- near is a warning without a breach, undecided says that the figures are there and decide nothing.
DO $$
DECLARE name text;
BEGIN
    FOR name IN SELECT conname FROM pg_constraint
        WHERE conrelid = 'rule_assessment'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%state%'
    LOOP
        EXECUTE format('ALTER TABLE rule_assessment DROP CONSTRAINT %I', name);
    END LOOP;
END $$;
ALTER TABLE rule_assessment
    ADD CONSTRAINT rule_assessment_state
        CHECK (state IN ('breached', 'near', 'clear', 'not-assessable', 'undecided')),
    ADD CONSTRAINT rule_assessment_level CHECK ((state IN ('breached', 'near')) = (level IS NOT NULL)),
    ADD CONSTRAINT rule_assessment_cause CHECK ((state IN ('not-assessable', 'undecided')) = (cause IS NOT NULL));

DROP INDEX ix_rule_assessment_newest;
CREATE INDEX ix_rule_assessment_newest
    ON rule_assessment (rule, subject, period_end DESC, period_days)
    WHERE state NOT IN ('not-assessable', 'undecided');
