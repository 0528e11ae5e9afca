package org.finplan.platform.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseFaultTest {

    @ParameterizedTest
    @CsvSource({
        "08000, UNAVAILABLE",
        "08001, UNAVAILABLE",
        "08003, UNAVAILABLE",
        "08006, UNAVAILABLE",
        "08P01, UNAVAILABLE",
        "57P01, UNAVAILABLE",
        "57P02, UNAVAILABLE",
        "57P03, UNAVAILABLE",
        "57P05, UNAVAILABLE",
        "25006, UNAVAILABLE",
        "25P03, UNAVAILABLE",
        "58000, UNAVAILABLE",
        "58030, UNAVAILABLE",
        "53100, FULL",
        "53000, BUSY",
        "53200, BUSY",
        "53300, BUSY",
        "53400, BUSY",
        "57014, BUSY",
        "55P03, BUSY",
        "40001, BUSY",
        "40P01, BUSY",
        "25P04, BUSY",
        "23505, WRONG",
        "42601, WRONG",
        "42501, WRONG",
        "22003, WRONG",
        "28P01, WRONG",
        "57P04, WRONG",
        "XX000, WRONG",
        "25P02, WRONG",
        "40002, WRONG"
    })
    void eachStateHasOneMeaning(String state, DatabaseFault meaning) {
        assertThat(DatabaseFault.of(new SQLException("x", state))).contains(meaning);
        assertThat(DatabaseFault.passes(new SQLException("x", state))).isEqualTo(meaning != DatabaseFault.WRONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sorry, acquisition timeout!",
                "Acquisition timeout while waiting for new connection",
                "Exception in association of connection to existing transaction",
                "Failed to enlist. Check if a connection from another datasource is already enlisted to the same transaction",
                "The transaction has been rolled back",
                "Failing fast as the transaction has rolled back",
                "Can't create new connection as the pool is shutting down"
            })
    void whatThePoolSaysWithoutAStateIsAnOutage(String message) {
        assertThat(DatabaseFault.of(new SQLException(message))).contains(DatabaseFault.UNAVAILABLE);
    }

    @Test
    void theKindOfAnExceptionWithoutStateCountsToo() {
        assertThat(DatabaseFault.of(new SQLTransientConnectionException("x"))).contains(DatabaseFault.UNAVAILABLE);
        assertThat(DatabaseFault.of(new SQLNonTransientConnectionException("x")))
                .contains(DatabaseFault.UNAVAILABLE);
        assertThat(DatabaseFault.of(
                        new SQLException("Trying to set autocommit in connection taking part of transaction")))
                .as("a fault of the code")
                .contains(DatabaseFault.WRONG);
    }

    @Test
    void isFoundHoweverDeepItLies() {
        SQLException gone = new SQLException("gone", "08006");
        RuntimeException rollback = new RuntimeException("rolled back");
        rollback.addSuppressed(new IllegalStateException(gone));
        assertThat(DatabaseFault.of(rollback)).contains(DatabaseFault.UNAVAILABLE);

        BatchUpdateException batch = new BatchUpdateException("batch", "23505", new int[0]);
        batch.setNextException(new SQLException("full", "53100"));
        assertThat(DatabaseFault.of(new RuntimeException(batch))).contains(DatabaseFault.FULL);
    }

    @Test
    void ofSeveralTheOneCountsThatStandsFirst() {
        SQLException wrong = new SQLException("current transaction is aborted", "25P02");
        wrong.addSuppressed(new SQLException("gone", "57P01"));
        assertThat(DatabaseFault.of(wrong)).contains(DatabaseFault.UNAVAILABLE);
    }

    @Test
    void whereNoDatabaseIsToBlameThereIsNoFaultOfIt() {
        RuntimeException circle = new RuntimeException("one");
        circle.addSuppressed(new RuntimeException("two", circle));
        assertThat(DatabaseFault.of(circle)).isEmpty();
        assertThat(DatabaseFault.of(null)).isEqualTo(Optional.empty());
        assertThat(DatabaseFault.passes(new IllegalArgumentException("x"))).isFalse();
    }
}
