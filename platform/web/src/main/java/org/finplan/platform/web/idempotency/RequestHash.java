package org.finplan.platform.web.idempotency;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.finplan.platform.web.parameter.DeclaredParameters;

/**
 * Tells whether two requests ask for the same: method, path, query in any order, and the body as it was understood, so
 * that white space and the order of its properties do not matter.
 */
@ApplicationScoped
class RequestHash {

    private final ObjectMapper mapper;
    private final ObjectMapper canonical;

    @SuppressWarnings("deprecation") // the replacement exists only on the builder, and the mapper is built by Quarkus
    RequestHash(ObjectMapper mapper) {
        this.mapper = mapper;
        this.canonical = mapper.copy()
                .configure(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY, true)
                .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
    }

    /** {@return the mapper that writes the answers of the service} */
    ObjectMapper mapper() {
        return mapper;
    }

    byte[] of(HttpServerRequest request, Method method, Object[] arguments) throws IOException {
        MessageDigest digest = sha256();
        String query = request.query() == null ? "" : request.query();
        String[] parameters = query.split("&", -1);
        Arrays.sort(parameters);
        String line = request.method() + " " + request.path() + "?" + String.join("&", parameters) + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        Parameter[] declared = method.getParameters();
        for (int i = 0; i < declared.length; i++) {
            if (DeclaredParameters.isBody(declared[i])) {
                // Never all of it in memory: a body may be a large one.
                canonical.writeValue(new DigestOutputStream(OutputStream.nullOutputStream(), digest), arguments[i]);
            }
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
