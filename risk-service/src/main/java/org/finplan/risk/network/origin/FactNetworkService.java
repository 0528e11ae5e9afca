package org.finplan.risk.network.origin;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.security.Caller;
import org.finplan.risk.network.fact.CallersCity;
import org.finplan.risk.network.fact.CityClock;
import org.finplan.risk.network.snapshot.NetworkError;
import org.finplan.risk.network.snapshot.NetworkKind;

/** Makes networks from the facts of the caller's city, in the transaction of the resource. */
@ApplicationScoped
class FactNetworkService {

    private final FactNetworks networks;
    private final CityClock clock;
    private final CallersCity city;
    private final AuditTrail audit;
    private final Caller caller;

    FactNetworkService(FactNetworks networks, CityClock clock, CallersCity city, AuditTrail audit, Caller caller) {
        this.networks = networks;
        this.clock = clock;
        this.city = city;
        this.audit = audit;
        this.caller = caller;
    }

    FactNetworkView make(FactNetworkRequest request) {
        String region = city.require();
        NetworkKind kind = NetworkKind.find(request.kind())
                .orElseThrow(() -> NetworkError.UNKNOWN_CODE.at("/kind", request.kind(), NetworkKind.CODES));
        Instant now = clock.tick(region);
        Instant knownAt = request.knownAt() == null ? now : request.knownAt().truncatedTo(ChronoUnit.MICROS);
        if (knownAt.isAfter(now)) {
            throw NetworkError.OUT_OF_RANGE.at("/knownAt", knownAt.toString(), List.of("../" + now));
        }
        LocalDate on = request.on() == null ? BusinessTime.dayOf(now) : request.on();
        FactNetworks.Made made = networks.keep(networks.make(region, kind, on, knownAt, caller.subject(), now));
        audit.record(
                "network.make",
                made.snapshot().path(),
                region,
                made.snapshot().content().firms().size() + " firms, "
                        + made.snapshot().content().edges().size() + " edges");
        return FactNetworkView.of(made.snapshot(), made.made(), knownAt);
    }
}
