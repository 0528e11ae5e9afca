package org.finplan.platform.access;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The roles of the suite. Whatever else an issuer puts beside them never reaches a service. */
public enum Role {
    /** Runs the suite: plans, targets, users. */
    CITY_ADMIN(RoleName.CITY_ADMIN),
    /** Works for the city's finance bureau on all regions. */
    CITY_OFFICER(RoleName.CITY_OFFICER),
    /** Works for a district or zone; bound to its regions. */
    DISTRICT_OFFICER(RoleName.DISTRICT_OFFICER),
    /** Works for a unit that tasks are assigned to; bound to its units. */
    UNIT_OFFICER(RoleName.UNIT_OFFICER),
    /** Handles alerts and institutions. */
    RISK_OFFICER(RoleName.RISK_OFFICER),
    /** Reports for one institution. */
    INSTITUTION_REPORTER(RoleName.INSTITUTION_REPORTER),
    /** Reads all, writes nothing. */
    AUDITOR(RoleName.AUDITOR),
    /** Another system of the city, bound to the scopes of its client. */
    INTEGRATOR(RoleName.INTEGRATOR),
    /** Everybody, without credentials. The gateway alone gives it. */
    PUBLIC(RoleName.PUBLIC);

    private static final Set<String> GRANTED = Arrays.stream(values())
            .filter(role -> role != PUBLIC)
            .map(Role::wireName)
            .collect(Collectors.toUnmodifiableSet());

    private final String wireName;

    Role(String wireName) {
        this.wireName = wireName;
    }

    /** {@return the name in tokens} */
    public String wireName() {
        return wireName;
    }

    /** {@return the names of the roles that a token or an API key may give} */
    public static Set<String> granted() {
        return GRANTED;
    }
}
