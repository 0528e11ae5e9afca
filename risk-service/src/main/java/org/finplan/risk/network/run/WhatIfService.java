package org.finplan.risk.network.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.finplan.risk.network.snapshot.NetworkContent;
import org.finplan.risk.network.snapshot.Networks;

/** Answers what other edges would do. */
@ApplicationScoped
class WhatIfService {

    private final Networks networks;

    WhatIfService(Networks networks) {
        this.networks = networks;
    }

    WhatIfView compare(UUID id, WhatIfRequest request) {
        NetworkContent network = networks.get(id).content();
        return WhatIf.compare(network, OtherEdges.of(network, request), request);
    }
}
