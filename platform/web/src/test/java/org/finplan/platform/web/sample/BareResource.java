package org.finplan.platform.web.sample;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.finplan.platform.access.PermissionName;

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
}
