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
 * Somebody who may try the suite in the embedded stack. Production knows none of them. A user of a city or of a part of one is
 * named by its region, {@code city-officer-}, {@code district-} and so on before its code, so that users follow the plans: the
 * issuer need not know them, and a code that no loaded plan has is bound to nothing that there is.
 *
 * @param name name of the user, also the subject of the token
 * @param roles its roles
 * @param regions codes of the regions it is bound to
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

    /** The city of the plan that comes with the suite: who names no region belongs to it. */
    public static final String CITY = "441200";

    private static final List<String> CITY_WIDE =
            List.of("city-admin", "city-officer", "risk-officer", "auditor", "integrator");
    private static final Pattern REGION_CODE = Pattern.compile("[0-9A-Z]{2,}(-[0-9A-Z]+)*");
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
     * @param name such as {@code city-officer}, {@code city-officer-441200}, {@code district-441202} or {@code institution-} and a
     *     credit code of 18 characters
     * @return the user, empty when there is none of that name
     */
    public static Optional<DemoUser> find(String name) {
        for (String role : CITY_WIDE) {
            if (name.equals(role)) {
                return Optional.of(bound(name, role, CITY));
            }
            if (isOfARegion(name, role + "-")) {
                return Optional.of(bound(name, role, name.substring(role.length() + 1)));
            }
        }
        if (isOfARegion(name, DISTRICT)) {
            return Optional.of(bound(name, "district-officer", name.substring(DISTRICT.length())));
        }
        if (name.startsWith(INSTITUTION)
                && CREDIT_CODE.matcher(name.substring(INSTITUTION.length())).matches()) {
            return Optional.of(new DemoUser(
                    name,
                    Set.of("institution-reporter"),
                    List.of(CITY),
                    List.of(name.substring(INSTITUTION.length()))));
        }
        return Optional.empty();
    }

    private static boolean isOfARegion(String name, String prefix) {
        return name.startsWith(prefix)
                && REGION_CODE.matcher(name.substring(prefix.length())).matches();
    }

    private static DemoUser bound(String name, String role, String region) {
        return new DemoUser(name, Set.of(role), List.of(region), List.of());
    }

    /** {@return the names that can be listed, and the form of the others} */
    public static String names() {
        return Stream.of(
                        CITY_WIDE.stream(),
                        DISTRICTS.stream().map(code -> DISTRICT + code),
                        Stream.of(
                                "each of them and <code of another city>, such as city-officer-SAMPLE-CITY",
                                DISTRICT + "<code of another division or zone>",
                                INSTITUTION + "<credit code of 18 characters>"))
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
