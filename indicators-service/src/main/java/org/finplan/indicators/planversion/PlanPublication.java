package org.finplan.indicators.planversion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.finplan.platform.events.EventData;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.events.PlanAbandoned;
import org.finplan.platform.events.PlanPiecePublished;
import org.finplan.platform.events.PlanPublished;
import org.finplan.platform.outbox.NewEvent;
import org.finplan.platform.outbox.Outbox;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.reading.SourcePackage;
import org.finplan.platform.planversion.PackageArchive;
import org.finplan.platform.planversion.PackageStore;
import org.finplan.platform.planversion.PackageVersionState;
import org.finplan.platform.planversion.PackageVersionState.Move;
import org.finplan.platform.planversion.StoredVersion;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.audit.AuditTrail;

/** Publishes versions of plan packages, gives them up, and knows what became of them. */
@ApplicationScoped
public class PlanPublication {

    private final PackageStore store;
    private final PublicationRepository publications;
    private final PlanRegister register;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    PlanPublication(
            PackageStore store,
            PublicationRepository publications,
            PlanRegister register,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.publications = publications;
        this.register = register;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Publishes a package as the next version of its plan, in the caller's transaction. It comes in force by itself as soon
     * as every program of the suite has prepared it; until then nothing changes.
     *
     * @param found the package with its files; nothing is wrong with it
     * @param reason why
     * @param author who publishes it
     * @return the version, which is being prepared
     * @throws ProblemException 409 when another version of the plan is being prepared, or this is the one in force
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public PackageVersion publish(SourcePackage found, String reason, String author) {
        PlanPackage read = found.read();
        String plan = read.plan().code();
        store.lock(plan);
        List<StoredVersion> before = store.versions(plan);
        refuse(before, read);
        int version = before.size() + 1;
        byte[] archive = PackageArchive.pack(found.files());
        Instant now = now();
        store.add(plan, version, read.fingerprint(), PackageVersionState.PREPARING, archive);
        publications.add(plan, version, reason, author, now, null);
        List<byte[]> pieces = PackageArchive.pieces(archive);
        append(new PlanPublished(plan, version, read.fingerprint(), pieces.size(), reason, author, now), read);
        for (int i = 0; i < pieces.size(); i++) {
            String content = Base64.getEncoder().encodeToString(pieces.get(i));
            append(new PlanPiecePublished(plan, version, i + 1, content), read);
        }
        record("plan-package.publish", read, version, reason);
        return find(plan, version).orElseThrow();
    }

    private static void refuse(List<StoredVersion> before, PlanPackage read) {
        for (StoredVersion version : before) {
            String name = version.plan() + " " + version.version();
            if (version.state() == PackageVersionState.PREPARING) {
                throw ProblemException.of(
                        PackageVersionError.PREPARING,
                        "版本 " + name + " 正在准备，同一规划一次只准备一个版本。",
                        "The version " + name + " is being prepared; one version of a plan is at a time.");
            }
            if (version.state() == PackageVersionState.IN_FORCE
                    && version.fingerprint().equals(read.fingerprint())) {
                throw ProblemException.of(
                        PackageVersionError.UNCHANGED,
                        "套件与现行版本 " + name + " 完全相同。",
                        "The package is the same as the version in force, " + name + ".");
            }
        }
    }

    /**
     * Gives a version up that is being prepared, in the caller's transaction. Nothing changes anywhere.
     *
     * @param plan plan code
     * @param version number of the version
     * @param because why
     * @return the version, abandoned
     * @throws ProblemException 404 when there is no such version, 409 when it is decided already
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public PackageVersion abandon(String plan, int version, LocalizedText because) {
        store.lock(plan);
        StoredVersion known = store.find(plan, version)
                .orElseThrow(() -> ProblemException.of(
                        WebError.NOT_FOUND,
                        "没有版本 " + plan + " " + version + "。",
                        "There is no version " + plan + " " + version + "."));
        if (!store.move(plan, version, Move.ABANDON)) {
            throw ProblemException.of(
                    PackageVersionError.NOT_PREPARING,
                    "版本 " + plan + " " + version + " 已是 " + known.state().code() + "。",
                    "The version " + plan + " " + version + " is "
                            + known.state().code() + " already.");
        }
        Instant now = now();
        publications.decide(plan, version, now, because);
        String city = register.find(plan).map(PlanPackage::city).orElse(null);
        outbox.append(event(new PlanAbandoned(plan, version, known.fingerprint(), because, now), plan, city));
        audit.record("plan-package.abandon", path(plan), city, "version " + version + ": " + because.en());
        return find(plan, version).orElseThrow();
    }

    /**
     * Finds a version.
     *
     * @param plan plan code
     * @param version number of the version
     * @return the version, empty when there is none
     */
    public Optional<PackageVersion> find(String plan, int version) {
        return list(plan).stream().filter(known -> known.version() == version).findFirst();
    }

    /**
     * Lists the versions of a plan.
     *
     * @param plan plan code
     * @return all that were ever published, the first one first; none when the plan is unknown
     */
    public List<PackageVersion> list(String plan) {
        Map<Integer, PublicationRepository.Publication> published = publications.ofPlan(plan);
        Map<Integer, List<Answer>> answers = publications.answers(plan);
        return store.versions(plan).stream()
                .map(known -> version(
                        known, published.get(known.version()), answers.getOrDefault(known.version(), List.of())))
                .toList();
    }

    private static PackageVersion version(
            StoredVersion known, PublicationRepository.Publication published, List<Answer> answers) {
        return new PackageVersion(
                known.plan(),
                known.version(),
                known.fingerprint(),
                known.state(),
                published.reason(),
                published.author(),
                published.publishedAt(),
                published.decidedAt(),
                published.because(),
                answers);
    }

    void append(EventData data, PlanPackage read) {
        outbox.append(event(data, read.plan().code(), read.city()));
    }

    void record(String action, PlanPackage read, int version, String detail) {
        audit.record(action, path(read.plan().code()), read.city(), "version " + version + ": " + detail);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static NewEvent event(EventData data, String plan, String city) {
        return new NewEvent(data, "plan-package/" + plan, path(plan), city);
    }

    private static String path(String plan) {
        return "/api/v1/plans/" + plan;
    }
}
