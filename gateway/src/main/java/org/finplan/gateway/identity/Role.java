package org.finplan.gateway.identity;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The roles that a token may give. Whatever else an issuer puts beside them never reaches a service. */
public enum Role {
    /** Runs the suite. */
    CITY_ADMIN("city-admin"),
    /** Works for the city on all regions. */
    CITY_OFFICER("city-officer"),
    /** Works for a district or zone. */
    DISTRICT_OFFICER("district-officer"),
    /** Works for a unit that tasks are assigned to. */
    UNIT_OFFICER("unit-officer"),
    /** Handles alerts and institutions. */
    RISK_OFFICER("risk-officer"),
    /** Reports for one institution. */
    INSTITUTION_REPORTER("institution-reporter"),
    /** Reads all, writes nothing. */
    AUDITOR("auditor"),
    /** Another system of the city. */
    INTEGRATOR("integrator");

    private static final Set<String> NAMES =
            Arrays.stream(values()).map(Role::wireName).collect(Collectors.toUnmodifiableSet());

    private final String wireName;

    Role(String wireName) {
        this.wireName = wireName;
    }

    /** {@return the name in tokens} */
    public String wireName() {
        return wireName;
    }

    static boolean known(String name) {
        return NAMES.contains(name);
    }
}
