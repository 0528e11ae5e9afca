package org.finplan.platform.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What may be done in the suite, and by which roles. An operation names its permission, never roles: who may do what is
 * read and changed here. For which regions it may be done is asked apart from it.
 */
public enum Permission {
    /**
     * Reads figures and what is worked out of them. Whoever has a role sees the city's; a region's are bound to its
     * readers.
     */
    FIGURES_READ(PermissionName.FIGURES_READ, Roles.GRANTED),
    /**
     * Reports, revises and withdraws figures: the offices of city and districts, and the systems that deliver for
     * them.
     */
    FIGURES_REPORT(PermissionName.FIGURES_REPORT, Roles.REPORTERS),
    /** Reads published figures without credentials. */
    PUBLISHED_FIGURES_READ(PermissionName.PUBLISHED_FIGURES_READ, Roles.PUBLIC),
    /** Announces, cancels and restores releases: whoever reports the figures in them. */
    RELEASES_ANNOUNCE(PermissionName.RELEASES_ANNOUNCE, Roles.REPORTERS),
    /** Brings past releases along: whoever answers for what the public knew, and when. */
    RELEASES_IMPORT(PermissionName.RELEASES_IMPORT, Roles.ADMIN),
    /** Reads plans, their indicators, regions, units and versions, which are printed for all to read. */
    PLANS_READ(PermissionName.PLANS_READ, Roles.GRANTED),
    /** Reads the schemas that plan packages are written by without credentials, as an editor does. */
    PLAN_SCHEMAS_READ(PermissionName.PLAN_SCHEMAS_READ, Roles.PUBLIC),
    /** Adjusts a plan in the middle of its term, which binds the whole city. */
    PLANS_ADJUST(PermissionName.PLANS_ADJUST, Roles.ADMIN),
    /** Publishes versions of plan packages, and tries what they would do. */
    PLANS_PUBLISH(PermissionName.PLANS_PUBLISH, Roles.ADMIN),
    /** Declares an ended plan evaluated, and an evaluated one archived. */
    PLANS_CLOSE(PermissionName.PLANS_CLOSE, Roles.ADMIN),
    /** Reads targets and how they are broken down. */
    TARGETS_READ(PermissionName.TARGETS_READ, Roles.GRANTED),
    /**
     * Sets, revises and breaks down targets: the bureau answers for them, districts take part in the talks before.
     */
    TARGETS_SET(PermissionName.TARGETS_SET, Roles.CITY),
    /** Says whether a qualitative target is met, in the name of its assessor: somebody bound to that unit. */
    TARGETS_ASSESS(PermissionName.TARGETS_ASSESS, Roles.ASSESSORS),
    /** Reads the formulas of derived series, and tries one without storing it. */
    FORMULAS_READ(PermissionName.FORMULAS_READ, Roles.GRANTED),
    /** Defines derived series, since one formula changes figures of every region. */
    FORMULAS_DEFINE(PermissionName.FORMULAS_DEFINE, Roles.ADMIN),
    /** Compares the city's figures with those of its parts, and reads the work on cells that differ. */
    RECONCILIATION_READ(PermissionName.RECONCILIATION_READ, Roles.OFFICES),
    /** Explains why a figure differs: the region whose figure it is, and the city. */
    DISPUTES_EXPLAIN(PermissionName.DISPUTES_EXPLAIN, Roles.DIVISIONS),
    /** Opens, returns, accepts and settles disputed cells: the side that asks for the explanation. */
    DISPUTES_DECIDE(PermissionName.DISPUTES_DECIDE, Roles.CITY),
    /** Reads tasks and progress reports: the offices, and the units that carry tasks out. */
    TASKS_READ(PermissionName.TASKS_READ, Roles.OFFICES_AND_UNITS),
    /** Says which units have a task, since the plan names almost none. */
    TASKS_ASSIGN(PermissionName.TASKS_ASSIGN, Roles.CITY),
    /** Says how a branch of the tree is rolled up, which the whole city reads. */
    TASKS_ROLL_UP(PermissionName.TASKS_ROLL_UP, Roles.CITY),
    /** Sets deadlines, and makes, changes and withdraws annual work points, one or many: the city, which answers for them. */
    TASKS_EDIT(PermissionName.TASKS_EDIT, Roles.CITY),
    /** Plans milestones of tasks and what they wait for, and names the states of a plan to compare with: the city. */
    TASKS_SCHEDULE(PermissionName.TASKS_SCHEDULE, Roles.CITY),
    /** Reports progress on tasks: a division on those of its own regions, a unit on those that it leads or is responsible for. */
    PROGRESS_REPORT(PermissionName.PROGRESS_REPORT, Roles.DIVISIONS_AND_UNITS),
    /** Verifies and returns progress reports; nobody their own. */
    PROGRESS_REVIEW(PermissionName.PROGRESS_REVIEW, Roles.CITY),
    /** Reads the registers that the plan asks for: the offices, and the units that carry tasks out. */
    REGISTERS_READ(PermissionName.REGISTERS_READ, Roles.OFFICES_AND_UNITS),
    /** Enters, moves and ends what stands in registers: a division its own, the city any. */
    REGISTERS_WRITE(PermissionName.REGISTERS_WRITE, Roles.DIVISIONS),
    /** Reads supervised matters: the offices those of their regions, a unit its own. */
    SUPERVISIONS_READ(PermissionName.SUPERVISIONS_READ, Roles.OFFICES_AND_UNITS),
    /** Receipts and answers matters, and asks for pauses and more time: whoever they are given to, and the city. */
    SUPERVISIONS_HANDLE(PermissionName.SUPERVISIONS_HANDLE, Roles.DIVISIONS_AND_UNITS),
    /** Registers, assigns, checks, closes and scores matters, and decides on pauses and more time: the office that supervises. */
    SUPERVISIONS_DIRECT(PermissionName.SUPERVISIONS_DIRECT, Roles.CITY),
    /** Sets ladders, and what opens matters by itself, which binds the whole city. */
    SUPERVISIONS_CONFIGURE(PermissionName.SUPERVISIONS_CONFIGURE, Roles.ADMIN),
    /** Makes, sees and revokes keys of the calendars of the caller's own units. */
    CALENDAR_KEYS_MANAGE(PermissionName.CALENDAR_KEYS_MANAGE, Roles.ADMIN_AND_UNITS),
    /** Does so for every unit of the city. */
    CALENDAR_KEYS_OVERSEE(PermissionName.CALENDAR_KEYS_OVERSEE, Roles.ADMIN),
    /** Reads the calendar of a unit without credentials but the key of that calendar, as a phone does. */
    CALENDARS_READ(PermissionName.CALENDARS_READ, Roles.PUBLIC),
    /** Reads alerts, the rules behind them and how each rule was assessed. */
    ALERTS_READ(PermissionName.ALERTS_READ, Roles.OFFICES),
    /** Takes charge of an alert and tells what was done about it: a division its own, the city any. */
    ALERTS_HANDLE(PermissionName.ALERTS_HANDLE, Roles.RISK_AND_DISTRICTS),
    /**
     * Orders the disposal of an alert, has it watched, and closes it: decisions that a division does not take about
     * itself.
     */
    ALERTS_DIRECT(PermissionName.ALERTS_DIRECT, Roles.RISK),
    /** Writes rules, tries them and lets them run in shadow, where they warn nobody. */
    RULES_WRITE(PermissionName.RULES_WRITE, Roles.RISK),
    /** Brings rules in force and takes them out, and sets stricter local limits, which bind every institution. */
    RULES_PUBLISH(PermissionName.RULES_PUBLISH, Roles.ADMIN),
    /** Reads the register of institutions, their ratings, reports and records. */
    INSTITUTIONS_READ(PermissionName.INSTITUTIONS_READ, Roles.OFFICES),
    /** Registers institutions and what is known of them: a division its own, the city any. */
    INSTITUTIONS_REGISTER(PermissionName.INSTITUTIONS_REGISTER, Roles.RISK_AND_DISTRICTS),
    /** Rates institutions and takes them off the market: decisions that a division does not take about its own. */
    INSTITUTIONS_DIRECT(PermissionName.INSTITUTIONS_DIRECT, Roles.RISK),
    /** Reports metrics of institutions: the offices, the systems that deliver for them, and an institution its own. */
    INSTITUTIONS_REPORT(PermissionName.INSTITUTIONS_REPORT, Roles.INSTITUTION_REPORTERS),
    /** Reads which kinds of institutions there are and what each reports, which is the same for everybody. */
    METRIC_SCHEMAS_READ(PermissionName.METRIC_SCHEMAS_READ, Roles.GRANTED),
    /**
     * Reads networks of firms and what they look like, and tries what-ifs, which are not kept: whoever watches over risk.
     * Who guarantees whom is a secret of the firms.
     */
    NETWORKS_READ(PermissionName.NETWORKS_READ, Roles.RISK_AND_AUDIT),
    /** Stores networks of firms and runs contagions in them, which are kept. */
    NETWORKS_WRITE(PermissionName.NETWORKS_WRITE, Roles.RISK),
    /** Reads risk notices that were published or withdrawn. */
    NOTICES_READ(PermissionName.NOTICES_READ, Roles.OFFICES),
    /** Reads notices that are not published yet: whoever writes or audits them. */
    NOTICES_READ_DRAFTS(PermissionName.NOTICES_READ_DRAFTS, Roles.RISK_AND_AUDIT),
    /** Writes, publishes and withdraws notices in the name of the city. */
    NOTICES_WRITE(PermissionName.NOTICES_WRITE, Roles.RISK),
    /** Reads published notices without credentials. */
    PUBLISHED_NOTICES_READ(PermissionName.PUBLISHED_NOTICES_READ, Roles.PUBLIC),
    /** Reads events about figures and tasks; those about alerts take {@link #ALERTS_READ}. */
    EVENTS_READ(PermissionName.EVENTS_READ, Roles.OFFICES_AND_UNITS),
    /** Sees the caller's own API keys. */
    API_KEYS_READ(PermissionName.API_KEYS_READ, Roles.GRANTED),
    /** Makes, rotates and revokes the caller's own API keys; a key is a credential of its own, so auditors have none made. */
    API_KEYS_MANAGE(PermissionName.API_KEYS_MANAGE, Roles.WRITING),
    /** Sees the API keys of everybody; without it one sees one's own. */
    API_KEYS_READ_ALL(PermissionName.API_KEYS_READ_ALL, Roles.OVERSIGHT),
    /** Changes the API keys of everybody, and gives a key what its maker does not have. */
    API_KEYS_MANAGE_ALL(PermissionName.API_KEYS_MANAGE_ALL, Roles.ADMIN),
    /** Reads the caller's own calls. */
    CALLS_READ(PermissionName.CALLS_READ, Roles.GRANTED),
    /** Reads the calls of everybody; without it one reads one's own. */
    CALLS_READ_ALL(PermissionName.CALLS_READ_ALL, Roles.OVERSIGHT),
    /** Reads and verifies the audit records. */
    AUDIT_READ(PermissionName.AUDIT_READ, Roles.OVERSIGHT),
    /** Reads events that could not be handled. */
    DEAD_LETTERS_READ(PermissionName.DEAD_LETTERS_READ, Roles.OVERSIGHT),
    /** Has such events handled again, once their cause is mended. */
    DEAD_LETTERS_REPLAY(PermissionName.DEAD_LETTERS_REPLAY, Roles.ADMIN),
    /** Reads the metrics of the gateway: people who watch over the suite, and the system that collects them. */
    METRICS_READ(PermissionName.METRICS_READ, Roles.OVERSIGHT_AND_SYSTEMS);

    private static final Map<String, Permission> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Permission::wireName, Function.identity()));

    private final String wireName;
    private final Set<Role> roles;
    private final Set<String> roleNames;

    Permission(String wireName, Set<Role> roles) {
        this.wireName = wireName;
        this.roles = roles;
        this.roleNames = roles.stream().map(Role::wireName).collect(Collectors.toUnmodifiableSet());
    }

    /** {@return the name, {@code <what>:<verb>}} */
    public String wireName() {
        return wireName;
    }

    /** {@return the roles that have it} */
    public Set<Role> roles() {
        return Set.copyOf(roles);
    }

    /**
     * Whether somebody has it.
     *
     * @param names names of the roles that somebody has
     * @return whether one of them gives the permission
     */
    public boolean isGrantedTo(Set<String> names) {
        for (String name : names) {
            if (roleNames.contains(name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Finds a permission.
     *
     * @param wireName its name
     * @return the permission; empty when none has that name
     */
    public static Optional<Permission> named(String wireName) {
        return Optional.ofNullable(BY_NAME.get(wireName));
    }

    /** Roles that have much in common. */
    private static final class Roles {

        static final Set<Role> GRANTED = EnumSet.complementOf(EnumSet.of(Role.PUBLIC));
        static final Set<Role> WRITING = EnumSet.complementOf(EnumSet.of(Role.AUDITOR, Role.PUBLIC));
        static final Set<Role> OFFICES = EnumSet.of(
                Role.CITY_ADMIN,
                Role.CITY_OFFICER,
                Role.DISTRICT_OFFICER,
                Role.RISK_OFFICER,
                Role.AUDITOR,
                Role.INTEGRATOR);
        static final Set<Role> OFFICES_AND_UNITS = EnumSet.of(
                Role.CITY_ADMIN,
                Role.CITY_OFFICER,
                Role.DISTRICT_OFFICER,
                Role.UNIT_OFFICER,
                Role.RISK_OFFICER,
                Role.AUDITOR,
                Role.INTEGRATOR);
        static final Set<Role> REPORTERS =
                EnumSet.of(Role.CITY_ADMIN, Role.CITY_OFFICER, Role.DISTRICT_OFFICER, Role.INTEGRATOR);
        static final Set<Role> DIVISIONS = EnumSet.of(Role.CITY_ADMIN, Role.CITY_OFFICER, Role.DISTRICT_OFFICER);
        static final Set<Role> DIVISIONS_AND_UNITS =
                EnumSet.of(Role.CITY_ADMIN, Role.CITY_OFFICER, Role.DISTRICT_OFFICER, Role.UNIT_OFFICER);
        static final Set<Role> ADMIN_AND_UNITS = EnumSet.of(Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.UNIT_OFFICER);
        static final Set<Role> CITY = EnumSet.of(Role.CITY_ADMIN, Role.CITY_OFFICER);
        static final Set<Role> ASSESSORS = EnumSet.of(Role.CITY_ADMIN, Role.CITY_OFFICER, Role.UNIT_OFFICER);
        static final Set<Role> ADMIN = EnumSet.of(Role.CITY_ADMIN);
        static final Set<Role> RISK = EnumSet.of(Role.CITY_ADMIN, Role.CITY_OFFICER, Role.RISK_OFFICER);
        static final Set<Role> RISK_AND_DISTRICTS =
                EnumSet.of(Role.CITY_ADMIN, Role.CITY_OFFICER, Role.DISTRICT_OFFICER, Role.RISK_OFFICER);
        static final Set<Role> INSTITUTION_REPORTERS = EnumSet.of(
                Role.CITY_ADMIN,
                Role.CITY_OFFICER,
                Role.DISTRICT_OFFICER,
                Role.RISK_OFFICER,
                Role.INSTITUTION_REPORTER,
                Role.INTEGRATOR);
        static final Set<Role> RISK_AND_AUDIT =
                EnumSet.of(Role.CITY_ADMIN, Role.CITY_OFFICER, Role.RISK_OFFICER, Role.AUDITOR);
        static final Set<Role> OVERSIGHT = EnumSet.of(Role.CITY_ADMIN, Role.AUDITOR);
        static final Set<Role> OVERSIGHT_AND_SYSTEMS = EnumSet.of(Role.CITY_ADMIN, Role.AUDITOR, Role.INTEGRATOR);
        static final Set<Role> PUBLIC = EnumSet.of(Role.PUBLIC);

        private Roles() {}
    }
}
