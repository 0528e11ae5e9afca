package org.finplan.platform.devstack.stack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.finplan.platform.devstack.process.PortReservation;

/** The ports of one stack, held for as long as it runs. */
final class Ports implements AutoCloseable {

    private static final List<String> FREELY_CHOSEN =
            List.of("postgres", "kafka", "kafka-controller", "issuer", "indicators", "tasks", "risk");

    private final Map<String, PortReservation> reservations = new LinkedHashMap<>();

    private Ports() {}

    /**
     * Reserves the ports of a stack.
     *
     * @param gatewayPort port that the gateway must have
     * @param directory its data directory; the same directory tends to get the same ports
     * @return the reserved ports
     * @throws StackException when the port of the gateway is taken
     */
    static Ports reserve(int gatewayPort, DataDirectory directory) {
        Ports ports = new Ports();
        ports.reservations.put(
                "gateway",
                PortReservation.of(gatewayPort)
                        .orElseThrow(() -> new StackException("port " + gatewayPort
                                + " is taken: choose another with --port N, or stop what listens there")));
        int seed = directory.path().hashCode();
        for (String name : FREELY_CHOSEN) {
            PortReservation reservation = PortReservation.any(seed);
            ports.reservations.put(name, reservation);
            seed = reservation.port() - PortReservation.FIRST + 1;
        }
        return ports;
    }

    int of(String name) {
        return reservations.get(name).port();
    }

    @Override
    public void close() {
        reservations.values().forEach(PortReservation::close);
    }
}
