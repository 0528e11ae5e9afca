package org.finplan.gateway;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears the access log of the gateway that runs in this program, until it is closed. */
final class AccessLinesHeard extends Handler implements AutoCloseable {

    private static final Logger ACCESS = Logger.getLogger("org.finplan.access");

    private final List<String> lines = new CopyOnWriteArrayList<>();

    AccessLinesHeard() {
        ACCESS.addHandler(this);
    }

    /** {@return whether a line has all these parts} */
    boolean with(String... parts) {
        return lines.stream().anyMatch(line -> List.of(parts).stream().allMatch(line::contains));
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(line.getMessage());
    }

    @Override
    public void flush() {
        // Each line is here as soon as it is published.
    }

    @Override
    public void close() {
        ACCESS.removeHandler(this);
    }
}
