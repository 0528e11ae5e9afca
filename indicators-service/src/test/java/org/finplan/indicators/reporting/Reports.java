package org.finplan.indicators.reporting;

import static org.finplan.platform.testing.Requests.as;

import io.restassured.response.ValidatableResponse;
import org.jdbi.v3.core.Jdbi;

/** What tests of observations send and read. */
public final class Reports {

    public static final String PATH = "/api/v1/observations";

    private Reports() {}

    public static ValidatableResponse report(String user, String item) {
        return as(user).body("{\"items\":[" + item + "]}").post(PATH).then();
    }

    public static ValidatableResponse series(String indicator, String region, String year) {
        return as("city-officer")
                .get("/api/v1/indicators/" + indicator + "/observations?region=" + region + "&from=" + year + "&to="
                        + year)
                .then()
                .statusCode(200);
    }

    public static String item(String indicator, String region, String period, String value, String unit, String more) {
        return "{\"indicator\":\"" + indicator + "\",\"region\":\"" + region + "\",\"period\":\"" + period
                + "\",\"value\":" + value + ",\"unit\":\"" + unit + "\"" + more + "}";
    }

    public static long rows(Jdbi jdbi) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM observation")
                .mapTo(Long.class)
                .one());
    }
}
