package org.finplan.platform.web.sample;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.web.sheet.Sheet;
import org.jboss.resteasy.reactive.RestResponse;

/** A resource that says nothing of media types, and one operation that offers another than JSON. */
@Path("/api/v1/bare")
@PermissionsAllowed(PermissionName.PROGRESS_REPORT)
public class BareResource {

    /** How many notes were taken. */
    public static final AtomicInteger TAKEN = new AtomicInteger();

    /** A note; one text makes its constructor look like a converter to the framework. */
    record Note(String text) {}

    @POST
    public Map<String, Integer> take(Note note) {
        return Map.of("taken", TAKEN.incrementAndGet(), "length", note.text().length());
    }

    @GET
    @Path("/csv")
    @Produces("text/csv")
    public String csv() {
        return "a,b\n";
    }

    /** A list of as many rows as are asked for; the one after them fails when that is asked for too. */
    @GET
    @Path("/rows.csv")
    @Produces(Sheet.MEDIA_TYPE)
    public RestResponse<StreamingOutput> rows(@QueryParam("rows") int rows, @QueryParam("fail") boolean fail) {
        Stream<Integer> all = IntStream.range(0, fail ? rows + 1 : rows)
                .peek(row -> {
                    if (row == rows) {
                        throw new IllegalStateException("the storage went away");
                    }
                })
                .boxed();
        return Sheet.of(Integer.class).column("行", "row", row -> row).answer("en", new LocalizedText("行", "rows"), all);
    }
}
