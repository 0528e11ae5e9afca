package org.finplan.risk.network.ranking;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.paging.Cursor;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.risk.job.JobState;
import org.finplan.risk.list.TimePosition;
import org.finplan.risk.network.run.FirmFigures;
import org.finplan.risk.network.snapshot.JointGuarantees;
import org.finplan.risk.network.snapshot.NetworkError;
import org.finplan.risk.network.snapshot.NetworkSnapshot;
import org.finplan.risk.network.snapshot.Networks;

/** Takes orders for rankings of failures, and says how far they are and what came of them. */
@ApplicationScoped
class FailureRankingService {

    static final int MOST_OPEN = 20;

    private static final BigDecimal TOLERANCE = new BigDecimal("1e-9");

    private final Networks networks;
    private final FailureRankingRepository rankings;
    private final RankedFailureRepository ranked;
    private final AuditTrail audit;
    private final RegionScope scope;
    private final Caller caller;
    private final Clock clock;

    FailureRankingService(
            Networks networks,
            FailureRankingRepository rankings,
            RankedFailureRepository ranked,
            AuditTrail audit,
            RegionScope scope,
            Caller caller,
            Clock clock) {
        this.networks = networks;
        this.rankings = rankings;
        this.ranked = ranked;
        this.audit = audit;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Orders a ranking; its resource method begins the transaction.
     *
     * @return the ranking, which begins soon after that transaction has ended; the one that is there when it is the same
     */
    FailureRanking order(UUID networkId, FailureRankingRequest request) {
        NetworkSnapshot network = networks.get(networkId);
        scope.requireWritable(network.region(), "path:id");
        JointGuarantees joint = joint(request.joint());
        FailureRanking same = rankings.findSame(networkId, joint.code()).orElse(null);
        if (same != null) {
            return same;
        }
        // Says now what would be missing later.
        FirmFigures.losses(network.content(), joint, 0);
        requireRoom(network.region());
        FailureRanking ranking = new FailureRanking(
                Identifiers.next(),
                networkId,
                JobState.QUEUED.code(),
                0,
                FailureRanking.METHOD,
                joint.code(),
                null,
                TOLERANCE,
                null,
                network.content().firms().size(),
                caller.subject(),
                now(),
                null);
        if (!rankings.insert(ranking, network.region())) {
            return rankings.findSame(networkId, joint.code()).orElseThrow();
        }
        audit.record("failure-ranking.order", ranking.path(), network.region(), joint.code());
        return ranking;
    }

    private static JointGuarantees joint(@Nullable String sent) {
        return sent == null
                ? JointGuarantees.WORST_CASE
                : JointGuarantees.find(sent)
                        .orElseThrow(() -> NetworkError.UNKNOWN_CODE.at("/joint", sent, JointGuarantees.CODES));
    }

    private void requireRoom(String region) {
        if (rankings.queue().waiting(region) >= MOST_OPEN) {
            LocalizedText text = new LocalizedText(
                    "本市已有 " + MOST_OPEN + " 个排序作业在进行或等待，请等其结束或取消。",
                    MOST_OPEN + " rankings of the city are under way or wait: wait for their end or cancel one.");
            throw RankingError.QUEUE_FULL.at("", Integer.toString(MOST_OPEN), text, List.of());
        }
    }

    @Transactional
    FailureRanking get(UUID network, UUID id) {
        return rankings.find(network, id, scope.readable()).orElseThrow(() -> notFound(id));
    }

    @Transactional
    Page<FailureRanking> list(UUID network, PageParameters paging) {
        networks.region(network);
        RegionSet readable = scope.readable();
        TimePosition after = paging.after().map(TimePosition::of).orElse(null);
        return Page.of(
                rankings.page(network, readable, after, paging.limit() + 1),
                paging.limit(),
                ranking -> paging.cursor(
                        ranking.orderedAt().toString(), ranking.id().toString()),
                paging.countsExactly() ? rankings.count(network, readable) : null);
    }

    /** Ends a ranking; its resource method begins the transaction. */
    FailureRanking cancel(UUID network, UUID id, @Nullable String ifMatch) {
        String region = networks.region(network);
        get(network, id);
        scope.requireWritable(region, "path:id");
        rankings.queue().lock(id);
        FailureRanking ranking = get(network, id);
        Preconditions.requireMatch(ifMatch, ranking.tag());
        if (!JobState.isOpen(ranking.state())) {
            LocalizedText text = new LocalizedText("该排序已结束。", "The ranking has ended.");
            throw RankingError.ENDED.at("path:rankingId", ranking.state(), text, List.of());
        }
        rankings.queue().end(id, JobState.CANCELLED, now());
        audit.record("failure-ranking.cancel", ranking.path(), region, ranking.state());
        return get(network, id);
    }

    @Transactional
    Page<RankedFailure> failures(UUID network, UUID id, PageParameters paging) {
        FailureRanking ranking = get(network, id);
        if (!ranking.state().equals(JobState.DONE.code())) {
            LocalizedText text = new LocalizedText(
                    "排序尚无结果：" + ranking.state() + "。", "The ranking has no order: " + ranking.state() + ".");
            throw RankingError.NOT_DONE.at("path:rankingId", ranking.state(), text, List.of(JobState.DONE.code()));
        }
        int after = paging.after().map(FailureRankingService::rank).orElse(0);
        return Page.of(
                ranked.page(id, after, paging.limit() + 1),
                paging.limit(),
                row -> paging.cursor(Integer.toString(row.rank())),
                paging.countsExactly() ? (long) ranking.firms() : null);
    }

    private static int rank(List<String> keys) {
        if (keys.size() != 1 || !keys.get(0).matches("[0-9]{1,9}")) {
            throw Cursor.invalid(String.join(" ", keys));
        }
        return Integer.parseInt(keys.get(0));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static ProblemException notFound(UUID id) {
        return ProblemException.of(WebError.NOT_FOUND, "没有排序 " + id + "。", "There is no ranking " + id + ".");
    }
}
