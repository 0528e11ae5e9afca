package org.finplan.risk.network.snapshot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.util.List;
import org.finplan.risk.network.snapshot.NetworkRequest.EdgeRequest;
import org.finplan.risk.network.snapshot.NetworkRequest.FirmRequest;

/**
 * Takes the elements of a list one after the other to whoever reads the network, so that none of them is kept. Of the list only its first
 * element remains.
 *
 * @param <E> an element
 */
abstract class NetworkElements<E> extends JsonDeserializer<List<E>> {

    /** Where the elements of a list go. */
    interface Reader {

        void firm(FirmRequest firm, int place);

        void edge(EdgeRequest edge, int place);
    }

    private final Class<E> type;

    NetworkElements(Class<E> type) {
        this.type = type;
    }

    abstract void take(Reader reader, E element, int place);

    @Override
    @SuppressWarnings("unchecked") // the deserializer of a type gives that type
    public List<E> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.isExpectedStartArrayToken()) {
            return (List<E>) context.handleUnexpectedToken(List.class, parser);
        }
        JsonDeserializer<Object> elements = context.findRootValueDeserializer(context.constructType(type));
        Reader reader = (Reader) context.getAttribute(Reader.class);
        List<E> first = List.of();
        for (int place = 0; parser.nextToken() != JsonToken.END_ARRAY; place++) {
            try {
                E element = parser.currentToken() == JsonToken.VALUE_NULL
                        ? null
                        : (E) elements.deserialize(parser, context);
                take(reader, element, place);
                first = first.isEmpty() ? List.of(element) : first;
            } catch (JsonMappingException fault) {
                fault.prependPath(first, place);
                throw fault;
            }
        }
        return first;
    }

    /** The firms. */
    static final class Firms extends NetworkElements<FirmRequest> {

        Firms() {
            super(FirmRequest.class);
        }

        @Override
        void take(Reader reader, FirmRequest element, int place) {
            reader.firm(element, place);
        }
    }

    /** The edges. */
    static final class Edges extends NetworkElements<EdgeRequest> {

        Edges() {
            super(EdgeRequest.class);
        }

        @Override
        void take(Reader reader, EdgeRequest element, int place) {
            reader.edge(element, place);
        }
    }
}
