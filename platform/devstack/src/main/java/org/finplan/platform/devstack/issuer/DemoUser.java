package org.finplan.platform.devstack.issuer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody who may try the suite in the embedded stack. Production knows none of them.
 *
 * @param name name of the user, also the subject of the token
 * @param roles its roles
 * @param regions codes of the regions it is bound to; empty when its roles see all
 * @param units units or the institution it is bound to
 */
public record DemoUser(String name, Set<String> roles, List<String> regions, List<String> units) {

    /** The eight county-level divisions and the three zones of Zhaoqing: each has a demo officer. */
    public static final List<String> DISTRICTS = List.of(
            "441202",
            "441203",
            "441204",
            "441223",
            "441224",
            "441225",
            "441226",
            "441284",
            "LOCAL-HTZ",
            "LOCAL-ZNA",
            "LOCAL-YGCZ");

    private static final List<String> CITY_WIDE =
            List.of("city-admin", "city-officer", "risk-officer", "auditor", "integrator");
    private static final Pattern CREDIT_CODE = Pattern.compile("[0-9A-Z]{18}");
    private static final String INTEGRATOR = "integrator";
    private static final String INTEGRATOR_SCOPES =
            "indicators:read indicators:write tasks:read risk:read events:read operations:read";
    private static final String DISTRICT = "district-";
    private static final String INSTITUTION = "institution-";

    public DemoUser {
        roles = Set.copyOf(roles);
        regions = List.copyOf(regions);
        units = List.copyOf(units);
    }

    /**
     * Finds a demo user.
     *
     * @param name such as {@code city-officer}, {@code district-441202} or {@code institution-} and a credit code of 18
     *     characters
     * @return the user, empty when there is none of that name
     */
    public static Optional<DemoUser> find(String name) {
        if (CITY_WIDE.contains(name)) {
            return Optional.of(new DemoUser(name, Set.of(name), List.of(), List.of()));
        }
        if (name.startsWith(DISTRICT) && DISTRICTS.contains(name.substring(DISTRICT.length()))) {
            return Optional.of(new DemoUser(
                    name, Set.of("district-officer"), List.of(name.substring(DISTRICT.length())), List.of()));
        }
        if (name.startsWith(INSTITUTION)
                && CREDIT_CODE.matcher(name.substring(INSTITUTION.length())).matches()) {
            return Optional.of(new DemoUser(
                    name, Set.of("institution-reporter"), List.of(), List.of(name.substring(INSTITUTION.length()))));
        }
        return Optional.empty();
    }

    /** {@return the names that can be listed, and the form of the others} */
    public static String names() {
        return Stream.of(
                        CITY_WIDE.stream(),
                        DISTRICTS.stream().map(code -> DISTRICT + code),
                        Stream.of(INSTITUTION + "<credit code of 18 characters>"))
                .flatMap(each -> each)
                .collect(Collectors.joining(", "));
    }

    /** {@return the claims that say who it is: subject, roles as {@code groups}, regions, units, a system's scopes} */
    public Map<String, Object> claims() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", name);
        claims.put("groups", roles.stream().sorted().toList());
        claims.put("regions", regions);
        claims.put("units", units);
        if (roles.contains(INTEGRATOR)) {
            // A system gets no further than its scopes; a person is bound by its roles alone.
            claims.put("scope", INTEGRATOR_SCOPES);
        }
        return claims;
    }
}
