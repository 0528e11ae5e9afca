-- Supervision (督办): matters that are given to units, with their answers, the questions for more time, the steps of their ladders
-- and what happened to them.

-- ladder is the version that the matter began with, as JSON. original_due never changes; current_due follows from the limit, the
-- standstills (spans from/until, with commas between) and the calendar that it was last reckoned by. next_on is the next day on
-- which something happens by itself. suspension and extension are the questions
-- that wait for a decision, with whoever asked.
CREATE TABLE supervision (
    id                 uuid PRIMARY KEY,
    title              text NOT NULL,
    unit               text NOT NULL,
    region             text NOT NULL,
    city               text NOT NULL,
    plan               text,
    task               text,
    alert              uuid,
    cause_kind         text NOT NULL CHECK (cause_kind IN ('manual', 'report-overdue', 'indicator-behind', 'disposal-ordered')),
    cause_key          text,
    cause              text NOT NULL,
    evidence_required  boolean NOT NULL,
    state              text NOT NULL CHECK (state IN ('registered', 'assigned', 'acknowledged', 'answered', 'verified', 'closed',
                                                      'scored')),
    moves              integer NOT NULL CHECK (moves >= 1),
    moved_on           date NOT NULL,
    limit_due          date,
    limit_days         integer CHECK (limit_days >= 1),
    limit_from         date NOT NULL,
    deadlines          integer NOT NULL CHECK (deadlines >= 1),
    original_due       date NOT NULL,
    current_due        date NOT NULL,
    provisional        boolean NOT NULL,
    calendar           text NOT NULL,
    standstills        text NOT NULL DEFAULT '',
    ladder             text NOT NULL,
    colour             text CHECK (colour IN ('blue', 'yellow', 'orange', 'red')),
    holder             text NOT NULL CHECK (holder IN ('unit', 'unit-head', 'supervisor')),
    reminders          integer NOT NULL DEFAULT 0,
    escalations        integer NOT NULL DEFAULT 0,
    urges              integer NOT NULL DEFAULT 0,
    replies            integer NOT NULL DEFAULT 0,
    returns            integer NOT NULL DEFAULT 0,
    replied_by         text,
    replied_on         date,
    overdue_days       integer CHECK (overdue_days >= 0),
    suspension         uuid,
    suspension_by      text,
    extension          uuid,
    extension_by       text,
    opened_by          text NOT NULL,
    opened_at          timestamptz NOT NULL,
    updated_at         timestamptz NOT NULL,
    closed_at          timestamptz,
    score              text,
    points             integer,
    next_on            date,
    version            bigint NOT NULL DEFAULT 0,
    CHECK ((limit_due IS NULL) <> (limit_days IS NULL)),
    CHECK ((state IN ('closed', 'scored')) = (closed_at IS NOT NULL)),
    CHECK ((state = 'scored') = (score IS NOT NULL)),
    CHECK ((score IS NULL) = (points IS NULL)),
    CHECK ((suspension IS NULL) = (suspension_by IS NULL)),
    CHECK ((extension IS NULL) = (extension_by IS NULL)),
    CHECK ((cause_kind = 'manual') = (cause_key IS NULL))
);

-- What is open has no time of its closing: queries say so without a parameter, so that these indexes serve them.
-- One cause opens one matter while one is open.
CREATE UNIQUE INDEX uq_supervision_cause ON supervision (cause_key) WHERE cause_key IS NOT NULL AND closed_at IS NULL;
CREATE INDEX ix_supervision_next ON supervision (next_on, id) WHERE next_on IS NOT NULL;
CREATE INDEX ix_supervision_calendar ON supervision (city, calendar) WHERE closed_at IS NULL;
CREATE INDEX ix_supervision_due ON supervision (current_due, id) WHERE closed_at IS NULL;
CREATE INDEX ix_supervision_state ON supervision (state, current_due, id);
CREATE INDEX ix_supervision_region ON supervision (region, id);
CREATE INDEX ix_supervision_unit ON supervision (unit, id);
CREATE INDEX ix_supervision_task ON supervision (task, id) WHERE task IS NOT NULL;
CREATE INDEX ix_supervision_closed ON supervision (city, closed_at) WHERE closed_at IS NOT NULL;

CREATE TABLE supervision_reply (
    supervision  uuid NOT NULL REFERENCES supervision (id),
    number       integer NOT NULL CHECK (number >= 1),
    region       text NOT NULL,
    text         text NOT NULL,
    evidence     text NOT NULL,
    replied_by   text NOT NULL,
    replied_at   timestamptz NOT NULL,
    accepted     boolean,
    checked_by   text,
    checked_at   timestamptz,
    remark       text,
    PRIMARY KEY (supervision, number),
    CHECK ((accepted IS NULL) = (checked_by IS NULL)),
    CHECK ((checked_by IS NULL) = (checked_at IS NULL)),
    CHECK (checked_by IS NULL OR checked_by <> replied_by),
    CHECK (accepted IS DISTINCT FROM false OR remark IS NOT NULL)
);

-- A unit asks that the clock stands until a day (suspension), or for a later deadline (extension); somebody else decides.
CREATE TABLE supervision_question (
    id           uuid PRIMARY KEY,
    supervision  uuid NOT NULL REFERENCES supervision (id),
    region       text NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('suspension', 'extension')),
    day          date NOT NULL,
    reason       text NOT NULL,
    asked_by     text NOT NULL,
    asked_at     timestamptz NOT NULL,
    outcome      text NOT NULL CHECK (outcome IN ('open', 'granted', 'refused', 'withdrawn')),
    decided_by   text,
    decided_at   timestamptz,
    remark       text,
    CHECK ((outcome = 'open') = (decided_by IS NULL)),
    CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
    CHECK (outcome NOT IN ('granted', 'refused') OR decided_by <> asked_by)
);
CREATE INDEX ix_supervision_question ON supervision_question (supervision, asked_at);

-- The steps of ladders that were taken. The key lets a step happen once for each deadline or each move, whoever takes it.
CREATE TABLE supervision_step (
    supervision   uuid NOT NULL REFERENCES supervision (id),
    step          text NOT NULL,
    occasion      integer NOT NULL,
    region        text NOT NULL,
    kind          text NOT NULL CHECK (kind IN ('reminder', 'letter')),
    tell          text NOT NULL,
    colour        text NOT NULL CHECK (colour IN ('blue', 'yellow', 'orange', 'red')),
    scheduled_on  date NOT NULL,
    taken_on      date NOT NULL,
    taken_at      timestamptz NOT NULL,
    PRIMARY KEY (supervision, step, occasion)
);

CREATE TABLE supervision_timeline (
    id           uuid PRIMARY KEY,
    supervision  uuid NOT NULL REFERENCES supervision (id),
    region       text NOT NULL,
    kind         text NOT NULL,
    state        text NOT NULL,
    due          date NOT NULL,
    occurred_at  timestamptz NOT NULL,
    actor        text NOT NULL,
    actor_unit   text,
    detail       text,
    note         text
);
CREATE INDEX ix_supervision_timeline ON supervision_timeline (supervision, occurred_at, id);

ALTER TABLE supervision ENABLE ROW LEVEL SECURITY;
ALTER TABLE supervision FORCE ROW LEVEL SECURITY;
CREATE POLICY read_regions ON supervision FOR SELECT USING (region_in_scope(region, 'finplan.read_regions'));
CREATE POLICY write_regions ON supervision FOR ALL USING (region_in_scope(region, 'finplan.write_regions'));

ALTER TABLE supervision_reply ENABLE ROW LEVEL SECURITY;
ALTER TABLE supervision_reply FORCE ROW LEVEL SECURITY;
CREATE POLICY read_regions ON supervision_reply FOR SELECT USING (region_in_scope(region, 'finplan.read_regions'));
CREATE POLICY write_regions ON supervision_reply FOR ALL USING (region_in_scope(region, 'finplan.write_regions'));

ALTER TABLE supervision_question ENABLE ROW LEVEL SECURITY;
ALTER TABLE supervision_question FORCE ROW LEVEL SECURITY;
CREATE POLICY read_regions ON supervision_question FOR SELECT USING (region_in_scope(region, 'finplan.read_regions'));
CREATE POLICY write_regions ON supervision_question FOR ALL USING (region_in_scope(region, 'finplan.write_regions'));

ALTER TABLE supervision_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE supervision_step FORCE ROW LEVEL SECURITY;
CREATE POLICY read_regions ON supervision_step FOR SELECT USING (region_in_scope(region, 'finplan.read_regions'));
CREATE POLICY write_regions ON supervision_step FOR ALL USING (region_in_scope(region, 'finplan.write_regions'));

ALTER TABLE supervision_timeline ENABLE ROW LEVEL SECURITY;
ALTER TABLE supervision_timeline FORCE ROW LEVEL SECURITY;
CREATE POLICY read_regions ON supervision_timeline FOR SELECT USING (region_in_scope(region, 'finplan.read_regions'));
CREATE POLICY write_regions ON supervision_timeline FOR ALL USING (region_in_scope(region, 'finplan.write_regions'));

GRANT SELECT, INSERT, UPDATE ON supervision, supervision_reply, supervision_question TO "${appRole}";
GRANT SELECT, INSERT ON supervision_step, supervision_timeline TO "${appRole}";
