package org.finplan.platform.web.security;

/** The roles that the internal token carries. A caller may have several. */
public final class Roles {

    /** Runs the suite: plans, targets, users. */
    public static final String CITY_ADMIN = "city-admin";
    /** Works for the city's finance bureau on all regions. */
    public static final String CITY_OFFICER = "city-officer";
    /** Works for a district or zone; bound to its regions. */
    public static final String DISTRICT_OFFICER = "district-officer";
    /** Works for a unit that tasks are assigned to; bound to its units. */
    public static final String UNIT_OFFICER = "unit-officer";
    /** Handles alerts and institutions. */
    public static final String RISK_OFFICER = "risk-officer";
    /** Reports for one institution. */
    public static final String INSTITUTION_REPORTER = "institution-reporter";
    /** Reads all, writes nothing. */
    public static final String AUDITOR = "auditor";
    /** Another system of the city, scoped by its client. */
    public static final String INTEGRATOR = "integrator";
    /**
     * Everybody, without credentials. The gateway alone gives it, to whoever asks on a public route; it reads what is
     * published, of every region, and writes nothing.
     */
    public static final String PUBLIC = "public";

    private Roles() {}
}
