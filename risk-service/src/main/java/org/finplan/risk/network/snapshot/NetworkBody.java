package org.finplan.risk.network.snapshot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Clock;
import java.util.Set;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.web.failure.InvalidBody;
import org.finplan.risk.network.snapshot.NetworkRequest.EdgeRequest;
import org.finplan.risk.network.snapshot.NetworkRequest.FirmRequest;

/**
 * Reads a network while it comes. Neither its bytes nor an object for each edge are kept, and no transaction waits for it: all that can be
 * worked out of it is, before its operation begins.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
class NetworkBody implements MessageBodyReader<SentNetwork> {

    private final ObjectMapper json;
    private final Validator validator;
    private final NetworkLimits limits;
    private final LargeBodies bodies;
    private final Clock clock;

    NetworkBody(ObjectMapper json, Validator validator, NetworkLimits limits, LargeBodies bodies, Clock clock) {
        this.json = json;
        this.validator = validator;
        this.limits = limits;
        this.bodies = bodies;
        this.clock = clock;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == SentNetwork.class;
    }

    @Override
    public SentNetwork readFrom(
            Class<SentNetwork> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        bodies.admit(headers.getFirst(HttpHeaders.CONTENT_LENGTH));
        NetworkReader reader = new NetworkReader(limits);
        try (JsonParser parser = json.createParser(body)) {
            NetworkRequest request = parser.nextToken() == null
                    ? null
                    : json.readerFor(NetworkRequest.class)
                            .withAttribute(NetworkElements.Reader.class, new Checked(reader))
                            .readValue(parser);
            if (request == null) {
                return null;
            }
            require("", validator.validate(request));
            SentNetwork network = reader.network(request, BusinessTime.dayOf(clock.instant()));
            network.content().hash();
            return network;
        } catch (JsonMappingException fault) {
            // The reader of JSON wraps what is thrown while it reads.
            if (fault.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            throw fault;
        }
    }

    private static void require(String pointer, Set<? extends ConstraintViolation<?>> violations) {
        if (!violations.isEmpty()) {
            throw InvalidBody.of(pointer, violations);
        }
    }

    /** Checks each firm and edge before it is taken. */
    private final class Checked implements NetworkElements.Reader {

        private final NetworkReader reader;

        private Checked(NetworkReader reader) {
            this.reader = reader;
        }

        @Override
        public void firm(FirmRequest firm, int place) {
            check("/nodes/" + place, firm, firm != null && firm.fits());
            reader.add(firm);
        }

        @Override
        public void edge(EdgeRequest edge, int place) {
            check("/edges/" + place, edge, edge != null && edge.fits());
            reader.add(edge);
        }

        private void check(String place, Object element, boolean fits) {
            if (element == null) {
                throw InvalidBody.missing(place);
            }
            if (!fits) {
                require(place, validator.validate(element));
            }
        }
    }
}
