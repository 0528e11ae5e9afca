package org.finplan.gateway;

import io.quarkus.test.common.http.TestHTTPResourceProvider;
import java.lang.reflect.Field;
import java.net.URI;

/** Gives a test the client for a field {@code @TestHTTPResource Client client}; Quarkus finds this class as a service. */
public final class ClientProvider implements TestHTTPResourceProvider<Client> {

    @Override
    public Class<Client> getProvidedType() {
        return Client.class;
    }

    @Override
    public Client provide(String base, Field field) {
        return new Client(URI.create(base));
    }
}
