package org.finplan.platform.web.failure;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08001", "57P01", "57P03", "53300", "40001", "40P01", "55P03"})
    void takesADatabaseThatIsAwayForAnOutageHoweverDeepItLies(String state) {
        Exception deep = new RuntimeException(new IllegalStateException(new SQLException("gone", state)));

        Failure failure = Failures.of(deep);

        assertThat(failure.code()).isEqualTo(WebError.SERVICE_UNAVAILABLE);
        assertThat(failure.headers()).containsKey("Retry-After");
    }

    @Test
    void takesAnExhaustedPoolForAnOutage() {
        SQLException exhausted = new SQLException("Sorry, acquisition timeout!");

        assertThat(Failures.of(exhausted).code()).isEqualTo(WebError.SERVICE_UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42601", "22003", "42501"})
    void takesAWrongStatementForAFaultOfItsOwn(String state) {
        assertThat(Failures.of(new SQLException("wrong", state)).code()).isEqualTo(WebError.INTERNAL_ERROR);
    }

    @Test
    void findsTheProblemInsideTheWrappersOfATransaction() {
        ProblemException problem = new ProblemException(WebError.NOT_FOUND, new LocalizedText("没有。", "Nothing."));
        RuntimeException rollback = new RuntimeException("rolled back");
        rollback.addSuppressed(new IllegalStateException(problem));

        assertThat(Failures.of(rollback).code()).isEqualTo(WebError.NOT_FOUND);
    }

    @Test
    void endsOnCausesThatGoInCircles() {
        RuntimeException one = new RuntimeException("one");
        one.addSuppressed(new RuntimeException("two", one));

        assertThat(Failures.of(one).code()).isEqualTo(WebError.INTERNAL_ERROR);
    }

    @Test
    void neverBlamesTheCallerForAFaultInTheCode() {
        assertThat(Failures.of(new IllegalArgumentException("x")).code()).isEqualTo(WebError.INTERNAL_ERROR);
        assertThat(Failures.of(new IllegalStateException("x")).code()).isEqualTo(WebError.INTERNAL_ERROR);
        assertThat(Failures.of(new WebApplicationException(418)).code()).isEqualTo(WebError.MALFORMED_REQUEST);
    }
}
