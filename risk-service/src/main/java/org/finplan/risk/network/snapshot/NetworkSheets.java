package org.finplan.risk.network.snapshot;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import java.util.stream.Stream;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.web.sheet.Sheet;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers with lists about a network as CSV. What is made up says so in the name of the file and in each of its rows. */
@ApplicationScoped
public class NetworkSheets {

    private final NetworkService networks;

    NetworkSheets(NetworkService networks) {
        this.networks = networks;
    }

    /**
     * Answers with a list.
     *
     * @param network id of the network that it is about
     * @param sheet its columns, to which one is added that says whether the network was made up
     * @param name what it is, for the name of the file
     * @param languages {@code Accept-Language} as it was sent, or null
     * @param rows its rows
     * @param <T> what a row is made of
     * @return the answer
     * @throws org.finplan.platform.problem.ProblemException 404 {@code not-found} when there is no such network that the caller sees
     */
    public <T> RestResponse<StreamingOutput> answer(
            UUID network, Sheet<T> sheet, LocalizedText name, @Nullable String languages, Stream<T> rows) {
        NetworkView of = networks.get(network);
        boolean synthetic = of.synthetic();
        LocalizedText file = new LocalizedText(
                (synthetic ? "演示样本-" : "") + name.zh() + "-" + of.asOf(),
                (synthetic ? "sample-" : "") + name.en() + "-" + of.asOf());
        return sheet.column("演示样本", "synthetic", row -> synthetic).answer(languages, file, rows);
    }
}
