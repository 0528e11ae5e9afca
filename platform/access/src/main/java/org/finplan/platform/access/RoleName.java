package org.finplan.platform.access;

/** The names of the roles as constants, for annotations; {@link Role} says what they mean. */
public final class RoleName {

    /** {@link Role#CITY_ADMIN}. */
    public static final String CITY_ADMIN = "city-admin";
    /** {@link Role#CITY_OFFICER}. */
    public static final String CITY_OFFICER = "city-officer";
    /** {@link Role#DISTRICT_OFFICER}. */
    public static final String DISTRICT_OFFICER = "district-officer";
    /** {@link Role#UNIT_OFFICER}. */
    public static final String UNIT_OFFICER = "unit-officer";
    /** {@link Role#RISK_OFFICER}. */
    public static final String RISK_OFFICER = "risk-officer";
    /** {@link Role#INSTITUTION_REPORTER}. */
    public static final String INSTITUTION_REPORTER = "institution-reporter";
    /** {@link Role#AUDITOR}. */
    public static final String AUDITOR = "auditor";
    /** {@link Role#INTEGRATOR}. */
    public static final String INTEGRATOR = "integrator";
    /** {@link Role#PUBLIC}. */
    public static final String PUBLIC = "public";

    private RoleName() {}
}
