package org.finplan.platform.web.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.finplan.platform.web.sample.Requests.asOfficer;
import static org.finplan.platform.web.sample.Requests.problem;
import static org.hamcrest.Matchers.equalTo;

import org.apache.http.ConnectionClosedException;
import org.finplan.platform.web.sample.WebTest;
import org.junit.jupiter.api.Test;

/** A sheet through HTTP. */
@WebTest
class StreamedSheetTest {

    private static final int MANY = 200_000;

    @Test
    void aLongListComesWhole() {
        String text = asOfficer()
                .get("/api/v1/bare/rows.csv?rows=" + MANY)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Disposition", equalTo("attachment; filename=\"rows.csv\"; filename*=UTF-8''rows.csv"))
                .extract()
                .asString();
        assertThat(text.lines()).hasSize(MANY + 1).last().isEqualTo(Integer.toString(MANY - 1));
    }

    @Test
    void halfAListDoesNotLookLikeAWholeOne() {
        for (int rows : new int[] {MANY / 10, MANY, MANY / 10, MANY}) {
            assertThatThrownBy(() -> asOfficer()
                            .get("/api/v1/bare/rows.csv?fail=true&rows=" + rows)
                            .asString())
                    .isInstanceOf(ConnectionClosedException.class);
        }
        for (int rows : new int[] {0, 1, 1000}) {
            asOfficer()
                    .get("/api/v1/bare/rows.csv?fail=true&rows=" + rows)
                    .then()
                    .spec(problem(500, "internal-error"));
        }
    }

    @Test
    void whoReadsNoSheetsGetsNone() {
        asOfficer()
                .accept("application/json")
                .get("/api/v1/bare/rows.csv?rows=1")
                .then()
                .spec(problem(406, "not-acceptable"));
    }
}
