package org.finplan.benchmarks.facts;

import java.io.IOException;
import java.time.Instant;
import java.util.function.Supplier;
import org.finplan.benchmarks.gateway.Connection;

/** The service over one kept connection. */
final class ServiceReader implements Reader {

    private final Connection connection;
    private final Supplier<String> token;

    ServiceReader(int port, Supplier<String> token) throws IOException {
        this.connection = new Connection(port);
        this.token = token;
    }

    @Override
    public byte[] read(int place, Instant asOf) throws IOException {
        String path = "/api/v1/indicators/" + Sample.series(place) + "/observations?region=" + Sample.region(place)
                + "&from=" + Sample.FROM + "&to=" + Sample.TO + "&limit=" + Sample.PERIODS
                + (asOf == null ? "" : "&asOf=" + asOf);
        return get(path);
    }

    byte[] get(String path) throws IOException {
        return connection.read(Connection.head("GET", path, token.get(), 0));
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
