package org.finplan.risk.network.trigger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.finplan.platform.outage.DueWork;
import org.finplan.platform.time.BusinessTime;
import org.finplan.risk.network.fact.CityClock;

/**
 * Applies the rules about guarantee chains to a city once its facts changed, a day has come on which a contract begins or ends, or another
 * version of a rule is in force than the one by which it was judged.
 */
@ApplicationScoped
class ChainWatch implements DueWork {

    private static final int AT_ONCE = 10;

    private final CityClock cities;
    private final ChainJudging judging;
    private final Clock clock;

    ChainWatch(CityClock cities, ChainJudging judging, Clock clock) {
        this.cities = cities;
        this.judging = judging;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<UUID> due() {
        return due(Set.of());
    }

    @Override
    @Transactional
    public List<UUID> due(Set<UUID> putBack) {
        return cities.due(BusinessTime.today(clock), judging.rulesInForce(), putBack, AT_ONCE);
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void perform(UUID id) {
        judging.judge(cities.city(id));
    }
}
