package org.finplan.platform.access;

/** The names of the permissions as constants, for annotations; {@link Permission} says what they mean and who has them. */
public final class PermissionName {

    /** {@link Permission#FIGURES_READ}. */
    public static final String FIGURES_READ = "figures:read";
    /** {@link Permission#FIGURES_REPORT}. */
    public static final String FIGURES_REPORT = "figures:report";
    /** {@link Permission#PUBLISHED_FIGURES_READ}. */
    public static final String PUBLISHED_FIGURES_READ = "published-figures:read";
    /** {@link Permission#RELEASES_ANNOUNCE}. */
    public static final String RELEASES_ANNOUNCE = "releases:announce";
    /** {@link Permission#RELEASES_IMPORT}. */
    public static final String RELEASES_IMPORT = "releases:import";
    /** {@link Permission#PLANS_READ}. */
    public static final String PLANS_READ = "plans:read";
    /** {@link Permission#PLAN_SCHEMAS_READ}. */
    public static final String PLAN_SCHEMAS_READ = "plan-schemas:read";
    /** {@link Permission#PLANS_ADJUST}. */
    public static final String PLANS_ADJUST = "plans:adjust";
    /** {@link Permission#PLANS_PUBLISH}. */
    public static final String PLANS_PUBLISH = "plans:publish";

    /** {@link Permission#PLANS_CLOSE}. */
    public static final String PLANS_CLOSE = "plans:close";

    /** {@link Permission#TARGETS_READ}. */
    public static final String TARGETS_READ = "targets:read";
    /** {@link Permission#TARGETS_SET}. */
    public static final String TARGETS_SET = "targets:set";
    /** {@link Permission#TARGETS_ASSESS}. */
    public static final String TARGETS_ASSESS = "targets:assess";
    /** {@link Permission#FORMULAS_READ}. */
    public static final String FORMULAS_READ = "formulas:read";
    /** {@link Permission#FORMULAS_DEFINE}. */
    public static final String FORMULAS_DEFINE = "formulas:define";
    /** {@link Permission#RECONCILIATION_READ}. */
    public static final String RECONCILIATION_READ = "reconciliation:read";
    /** {@link Permission#DISPUTES_EXPLAIN}. */
    public static final String DISPUTES_EXPLAIN = "disputes:explain";
    /** {@link Permission#DISPUTES_DECIDE}. */
    public static final String DISPUTES_DECIDE = "disputes:decide";
    /** {@link Permission#TASKS_READ}. */
    public static final String TASKS_READ = "tasks:read";
    /** {@link Permission#TASKS_ASSIGN}. */
    public static final String TASKS_ASSIGN = "tasks:assign";
    /** {@link Permission#TASKS_EDIT}. */
    public static final String TASKS_EDIT = "tasks:edit";
    /** {@link Permission#TASKS_ROLL_UP}. */
    public static final String TASKS_ROLL_UP = "tasks:roll-up";
    /** {@link Permission#TASKS_SCHEDULE}. */
    public static final String TASKS_SCHEDULE = "tasks:schedule";
    /** {@link Permission#PROGRESS_REPORT}. */
    public static final String PROGRESS_REPORT = "progress:report";
    /** {@link Permission#PROGRESS_REVIEW}. */
    public static final String PROGRESS_REVIEW = "progress:review";
    /** {@link Permission#REGISTERS_READ}. */
    public static final String REGISTERS_READ = "registers:read";
    /** {@link Permission#REGISTERS_WRITE}. */
    public static final String REGISTERS_WRITE = "registers:write";
    /** {@link Permission#SUPERVISIONS_READ}. */
    public static final String SUPERVISIONS_READ = "supervisions:read";
    /** {@link Permission#SUPERVISIONS_HANDLE}. */
    public static final String SUPERVISIONS_HANDLE = "supervisions:handle";
    /** {@link Permission#SUPERVISIONS_DIRECT}. */
    public static final String SUPERVISIONS_DIRECT = "supervisions:direct";
    /** {@link Permission#SUPERVISIONS_CONFIGURE}. */
    public static final String SUPERVISIONS_CONFIGURE = "supervisions:configure";
    /** {@link Permission#CALENDAR_KEYS_MANAGE}. */
    public static final String CALENDAR_KEYS_MANAGE = "calendar-keys:manage";
    /** {@link Permission#CALENDAR_KEYS_OVERSEE}. */
    public static final String CALENDAR_KEYS_OVERSEE = "calendar-keys:oversee";
    /** {@link Permission#CALENDARS_READ}. */
    public static final String CALENDARS_READ = "calendars:read";
    /** {@link Permission#ALERTS_READ}. */
    public static final String ALERTS_READ = "alerts:read";
    /** {@link Permission#ALERTS_HANDLE}. */
    public static final String ALERTS_HANDLE = "alerts:handle";
    /** {@link Permission#ALERTS_DIRECT}. */
    public static final String ALERTS_DIRECT = "alerts:direct";
    /** {@link Permission#RULES_WRITE}. */
    public static final String RULES_WRITE = "rules:write";
    /** {@link Permission#RULES_PUBLISH}. */
    public static final String RULES_PUBLISH = "rules:publish";
    /** {@link Permission#INSTITUTIONS_READ}. */
    public static final String INSTITUTIONS_READ = "institutions:read";
    /** {@link Permission#INSTITUTIONS_REGISTER}. */
    public static final String INSTITUTIONS_REGISTER = "institutions:register";
    /** {@link Permission#INSTITUTIONS_DIRECT}. */
    public static final String INSTITUTIONS_DIRECT = "institutions:direct";
    /** {@link Permission#INSTITUTIONS_REPORT}. */
    public static final String INSTITUTIONS_REPORT = "institutions:report";
    /** {@link Permission#METRIC_SCHEMAS_READ}. */
    public static final String METRIC_SCHEMAS_READ = "metric-schemas:read";
    /** {@link Permission#NETWORKS_READ}. */
    public static final String NETWORKS_READ = "networks:read";
    /** {@link Permission#NETWORKS_WRITE}. */
    public static final String NETWORKS_WRITE = "networks:write";
    /** {@link Permission#NOTICES_READ}. */
    public static final String NOTICES_READ = "notices:read";
    /** {@link Permission#NOTICES_READ_DRAFTS}. */
    public static final String NOTICES_READ_DRAFTS = "notices:read-drafts";
    /** {@link Permission#NOTICES_WRITE}. */
    public static final String NOTICES_WRITE = "notices:write";
    /** {@link Permission#PUBLISHED_NOTICES_READ}. */
    public static final String PUBLISHED_NOTICES_READ = "published-notices:read";
    /** {@link Permission#EVENTS_READ}. */
    public static final String EVENTS_READ = "events:read";
    /** {@link Permission#API_KEYS_READ}. */
    public static final String API_KEYS_READ = "api-keys:read";
    /** {@link Permission#API_KEYS_MANAGE}. */
    public static final String API_KEYS_MANAGE = "api-keys:manage";
    /** {@link Permission#API_KEYS_READ_ALL}. */
    public static final String API_KEYS_READ_ALL = "api-keys:read-all";
    /** {@link Permission#API_KEYS_MANAGE_ALL}. */
    public static final String API_KEYS_MANAGE_ALL = "api-keys:manage-all";
    /** {@link Permission#CALLS_READ}. */
    public static final String CALLS_READ = "calls:read";
    /** {@link Permission#CALLS_READ_ALL}. */
    public static final String CALLS_READ_ALL = "calls:read-all";
    /** {@link Permission#AUDIT_READ}. */
    public static final String AUDIT_READ = "audit:read";
    /** {@link Permission#DEAD_LETTERS_READ}. */
    public static final String DEAD_LETTERS_READ = "dead-letters:read";
    /** {@link Permission#DEAD_LETTERS_REPLAY}. */
    public static final String DEAD_LETTERS_REPLAY = "dead-letters:replay";
    /** {@link Permission#METRICS_READ}. */
    public static final String METRICS_READ = "metrics:read";

    private PermissionName() {}
}
