package org.finplan.indicators.reporting;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.web.json.JsonFaults;

/** Reads an item as strictly as any other body, but collects the cells of a wrong form instead of giving up at the first. */
final class SentItemReader extends JsonDeserializer<SentItem> {

    private static final String ITEMS = "finplan.items";
    private static final SentItem NOT_READ = new SentItem(null, List.of(), null);

    @Override
    public SentItem deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        int count = context.getAttribute(ITEMS) instanceof Integer before ? before + 1 : 1;
        context.setAttribute(ITEMS, count);
        if (count > ObservationReport.MOST_ITEMS) {
            // The report is refused for its size, whatever stands here.
            parser.skipChildren();
            return NOT_READ;
        }
        JsonNode sent = context.readTree(parser);
        try {
            return new SentItem(context.readTreeAsValue(sent, ObservationReport.Item.class), List.of(), null);
        } catch (MismatchedInputException fault) {
            return new SentItem(null, faults(sent.deepCopy(), fault, context), sent);
        }
    }

    /** Without the cell that is wrong the next one is found; an item that is no object has only one fault. */
    private static List<ProblemError> faults(
            JsonNode rest, MismatchedInputException first, DeserializationContext context) throws IOException {
        List<ProblemError> faults = new ArrayList<>(JsonFaults.of(first).errors());
        boolean more = remove(rest, first.getPath());
        while (more) {
            try {
                context.readTreeAsValue(rest, ObservationReport.Item.class);
                more = false;
            } catch (MismatchedInputException next) {
                faults.addAll(JsonFaults.of(next).errors());
                more = remove(rest, next.getPath());
            }
        }
        return faults;
    }

    private static boolean remove(JsonNode item, List<Reference> path) {
        JsonNode parent = item;
        for (int i = 0; i < path.size() - 1 && parent != null; i++) {
            parent = parent.get(path.get(i).getFieldName());
        }
        return !path.isEmpty()
                && parent instanceof ObjectNode object
                && object.remove(path.get(path.size() - 1).getFieldName()) != null;
    }
}
