package org.finplan.platform.web.security;

import org.finplan.platform.access.RoleName;

/** The roles that the internal token carries. A caller may have several. */
public final class Roles {

    /** Runs the suite: plans, targets, users. */
    public static final String CITY_ADMIN = RoleName.CITY_ADMIN;
    /** Works for the city's finance bureau on all regions. */
    public static final String CITY_OFFICER = RoleName.CITY_OFFICER;
    /** Works for a district or zone; bound to its regions. */
    public static final String DISTRICT_OFFICER = RoleName.DISTRICT_OFFICER;
    /** Works for a unit that tasks are assigned to; bound to its units. */
    public static final String UNIT_OFFICER = RoleName.UNIT_OFFICER;
    /** Handles alerts and institutions. */
    public static final String RISK_OFFICER = RoleName.RISK_OFFICER;
    /** Reports for one institution. */
    public static final String INSTITUTION_REPORTER = RoleName.INSTITUTION_REPORTER;
    /** Reads all, writes nothing. */
    public static final String AUDITOR = RoleName.AUDITOR;
    /** Another system of the city, scoped by its client. */
    public static final String INTEGRATOR = RoleName.INTEGRATOR;
    /**
     * Everybody, without credentials. The gateway alone gives it, to whoever asks on a public route; it reads what is
     * published, of every region, and writes nothing.
     */
    public static final String PUBLIC = RoleName.PUBLIC;

    private Roles() {}
}
