package org.finplan.risk.network.snapshot;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.risk.list.CodeParameter;
import org.finplan.risk.list.TimePosition;

/** Stores networks and lists them. Storing works in the transaction of its resource method. */
@ApplicationScoped
class NetworkService {

    private final NetworkRepository networks;
    private final AuditTrail audit;
    private final RegionScope scope;
    private final Caller caller;
    private final Clock clock;

    NetworkService(NetworkRepository networks, AuditTrail audit, RegionScope scope, Caller caller, Clock clock) {
        this.networks = networks;
        this.audit = audit;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * What became of a network that was sent.
     *
     * @param network the stored one
     * @param created false when the same content was there already
     */
    record Stored(NetworkView network, boolean created) {}

    Stored store(SentNetwork sent) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String city = scope.city()
                .filter(scope.writable()::contains)
                .orElseThrow(() -> ProblemException.of(
                        WebError.FORBIDDEN, "仅限恰属一个城市的人员。", "Only for those who act for one city."));
        NetworkSnapshot network = new NetworkSnapshot(
                Identifiers.next(), city, sent.content(), sent.parallel(), sent.notInForce(), caller.subject(), now);
        if (!networks.insert(network)) {
            UUID same = networks.findSame(city, sent.content()).orElseThrow();
            return new Stored(get(same), false);
        }
        audit.record(
                "network.store",
                network.path(),
                city,
                sent.content().firms().size() + " firms, "
                        + sent.content().edges().size() + " edges");
        return new Stored(NetworkView.of(network), true);
    }

    @Transactional
    NetworkView get(UUID id) {
        return networks.findView(id, scope.readable()).orElseThrow(() -> Networks.notFound(id));
    }

    @Transactional
    Page<NetworkView> list(@Nullable String kind, PageParameters paging) {
        NetworkKind wanted = CodeParameter.of("kind", kind, NetworkKind::find, NetworkKind.CODES);
        RegionSet readable = scope.readable();
        TimePosition after = paging.after().map(TimePosition::of).orElse(null);
        List<NetworkView> rows = networks.page(wanted, readable, after, paging.limit() + 1);
        Long total = paging.countsExactly() ? networks.count(wanted, readable) : null;
        return Page.of(
                rows,
                paging.limit(),
                row -> paging.cursor(row.recordedAt().toString(), row.id().toString()),
                total);
    }
}
