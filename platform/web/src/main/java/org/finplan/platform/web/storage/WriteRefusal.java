package org.finplan.platform.web.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.outage.StorageGuard;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses requests that may write while the disk has too little room, before anything of them is done: 503
 * {@code storage-full}. Reads go on, and so does what follows from earlier writes.
 */
@ApplicationScoped
class WriteRefusal {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final StorageGuard storage;

    WriteRefusal(StorageGuard storage) {
        this.storage = storage;
    }

    @ServerRequestFilter
    public void check(ContainerRequestContext request) {
        if (!SAFE.contains(request.getMethod()) && storage.isLow()) {
            throw new ProblemException(
                    WebError.STORAGE_FULL, new LocalizedText("存储空间不足。", "There is too little room on the disk."));
        }
    }
}
