package org.finplan.platform.devstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortReservationTest {

    private static final int SEED = PortReservationTest.class.getName().hashCode();

    @Test
    void aReservedPortIsGivenToNobodyElseUntilItIsGivenBack() {
        int port;
        try (PortReservation first = PortReservation.any(SEED);
                PortReservation second = PortReservation.any(SEED)) {
            port = first.port();
            assertThat(second.port()).isNotEqualTo(port);
            assertThat(PortReservation.of(port)).isEmpty();
            assertThat(PortReservation.isFree(port))
                    .as("the program itself can listen")
                    .isTrue();
        }
        try (PortReservation again = PortReservation.of(port).orElseThrow()) {
            assertThat(again.port()).isEqualTo(port);
        }
    }

    @Test
    void aPortThatSomebodyListensOnIsTaken() throws IOException {
        try (ServerSocket somebody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortReservation.isFree(somebody.getLocalPort())).isFalse();
            assertThat(PortReservation.of(somebody.getLocalPort())).isEmpty();
        }
    }

    @Test
    void thePortsStayInTheRangeWhateverTheSeed() {
        for (int seed : new int[] {0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            try (PortReservation reservation = PortReservation.any(seed)) {
                assertThat(reservation.port()).isBetween(21_000, 31_999);
            }
        }
    }
}
