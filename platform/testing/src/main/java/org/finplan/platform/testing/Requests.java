package org.finplan.platform.testing;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.finplan.platform.devstack.issuer.DemoUser;

/** REST Assured requests of a demo user, with the internal token that the gateway would send along. */
public final class Requests {

    private Requests() {}

    /**
     * A request of a demo user.
     *
     * @param user such as {@code city-officer}
     * @return the request, JSON by default
     */
    public static RequestSpecification as(String user) {
        return withToken(Tokens.of(user));
    }

    /**
     * A request of a demo user that is bound to other regions than its own.
     *
     * @param user such as {@code city-officer}
     * @param regions codes of the regions
     * @return the request, JSON by default
     */
    public static RequestSpecification asBoundTo(String user, String... regions) {
        DemoUser known = DemoUser.find(user).orElseThrow();
        return withToken(Tokens.of(user, known.roles(), List.of(regions), known.units()));
    }

    /**
     * A request with any token.
     *
     * @param token the compact form
     * @return the request, JSON by default
     */
    public static RequestSpecification withToken(String token) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .accept(ContentType.JSON)
                .contentType(ContentType.JSON);
    }
}
