package org.finplan.systemtests.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.finplan.client.ApiClient;
import org.finplan.client.ApiException;
import org.finplan.client.api.IndicatorsApi;
import org.finplan.client.api.ObservationsApi;
import org.finplan.client.api.ReferenceDataApi;
import org.finplan.client.model.BulkReport;
import org.finplan.client.model.Indicator;
import org.finplan.client.model.ObservationReport;
import org.finplan.client.model.ReportedFigure;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Java client that is generated from the OpenAPI document, against the running suite. */
@Order(7)
@ExtendWith(SharedSuite.class)
class JavaClientIT {

    @Test
    void itReadsWhatThePlanSays(Suite suite) throws ApiException {
        List<Indicator> indicators = new IndicatorsApi(client(suite))
                .listIndicators(null, null, 500, "zq-fin-14fyp", null)
                .getItems();
        assertThat(indicators)
                .hasSize(15)
                .allSatisfy(indicator -> assertThat(indicator.getName().getZh()).isNotBlank());
    }

    @Test
    void itSendsAFigureWithoutStoringIt(Suite suite) throws ApiException {
        ReportedFigure figure = new ReportedFigure()
                .indicator("green-credit")
                .region("441202")
                .period("2024")
                .value(new BigDecimal("12.5"))
                .unit("CNY_100M")
                // Another test may have stored one.
                .reason("correction");
        BulkReport report = new ObservationsApi(client(suite))
                .reportObservations(new ObservationReport().items(List.of(figure)), true, null, null);
        assertThat(report.getDryRun()).isTrue();
        assertThat(report.getErrors()).isEmpty();
    }

    @Test
    void itSaysWhatWasRefused(Suite suite) {
        ReferenceDataApi regions = new ReferenceDataApi(client(suite));
        assertThatThrownBy(() -> regions.getRegion("000000")).isInstanceOfSatisfying(ApiException.class, refused -> {
            assertThat(refused.getCode()).isEqualTo(404);
            assertThat(Suite.json(refused.getResponseBody()).path("code").asText())
                    .isEqualTo("not-found");
        });
    }

    private static ApiClient client(Suite suite) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(suite.gateway().toString());
        client.setRequestInterceptor(
                request -> request.header("Authorization", "Bearer " + suite.token("city-officer")));
        return client;
    }
}
