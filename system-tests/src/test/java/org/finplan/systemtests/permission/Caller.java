package org.finplan.systemtests.permission;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.devstack.issuer.AccessTokens;
import org.finplan.platform.devstack.issuer.DemoUser;
import org.finplan.platform.devstack.issuer.SigningKey;
import org.finplan.systemtests.suite.Suite;

/** Those who ask: a column of the table each. What is asked for belongs to Duanzhou, the unit and the institution named first. */
enum Caller {
    ADMIN("admin", "city-admin"),
    OFFICER("officer", "city-officer"),
    RISK("risk", "risk-officer"),
    DISTRICT("district", "district-officer", SampleFacts.REGION, ""),
    NEIGHBOUR("neighbour", "district-officer", "441203", ""),
    UNIT("unit", "unit-officer", DemoUser.CITY, "zhaoqing-finance-bureau"),
    OTHER_UNIT("other unit", "unit-officer", DemoUser.CITY, "zhaoqing-commerce-bureau"),
    INSTITUTION("institution", "institution-reporter", DemoUser.CITY, "91441200MA0000001U"),
    OTHER_INSTITUTION("other institution", "institution-reporter", DemoUser.CITY, "91441200MA0000002Y"),
    AUDITOR("auditor", "auditor"),
    INTEGRATOR("integrator", "integrator"),
    UNSCOPED("unscoped", "integrator"),
    ROLELESS("no role", "somebody"),
    ANONYMOUS("anonymous", "");

    private static final long LIFE_SECONDS = 3_600;
    private static final String ALL_SCOPES = "indicators:read indicators:write tasks:read tasks:write risk:read"
            + " risk:write events:read operations:read operations:write";

    private final String column;
    private final String role;
    private final String region;
    private final String unit;

    Caller(String column, String role) {
        this(column, role, DemoUser.CITY, "");
    }

    Caller(String column, String role, String region, String unit) {
        this.column = column;
        this.role = role;
        this.region = region;
        this.unit = unit;
    }

    /** {@return the heading of its column} */
    String column() {
        return column;
    }

    /** {@return the subject of its tokens} */
    String subject() {
        return "permission-" + column.replace(' ', '-');
    }

    /** {@return a fresh access token of the stack's own issuer; empty for the anonymous caller} */
    String token(Suite suite) {
        if (this == ANONYMOUS) {
            return "";
        }
        long now = Instant.now().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", suite.endpoints().issuer());
        claims.put("aud", "finplan");
        claims.put("sub", subject());
        claims.put("azp", subject());
        claims.put("groups", List.of(role));
        claims.put("regions", bound(region));
        claims.put("units", bound(unit));
        claims.put("iat", now);
        claims.put("exp", now + LIFE_SECONDS);
        claims.put("jti", UUID.randomUUID().toString());
        if (this == INTEGRATOR) {
            claims.put("scope", ALL_SCOPES);
        }
        return SigningKey.readOrCreate(suite.data().resolve("secrets"), AccessTokens.KEY_NAME)
                .sign(claims);
    }

    private static List<String> bound(String code) {
        return code.isEmpty() ? List.of() : List.of(code);
    }
}
