package org.finplan.platform.planversion.participant;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.outbox.NewEvent;
import org.finplan.platform.outbox.Outbox;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.fault.PackageFault;
import org.finplan.platform.plan.fault.PlanPackageException;
import org.finplan.platform.plan.reading.SourcePackage;
import org.finplan.platform.planversion.PackageArchive;
import org.finplan.platform.planversion.PackageStore;
import org.finplan.platform.planversion.PackageVersionState;
import org.finplan.platform.planversion.PackageVersionState.Move;
import org.finplan.platform.planversion.PlansInForce;
import org.finplan.platform.planversion.StoredVersion;
import org.finplan.platform.planversion.VersionStep;
import org.jboss.logging.Logger;

/**
 * Prepares versions and puts them in force when told. A package is read before the transaction that needs it, so that none
 * stays open while it is checked.
 */
@ApplicationScoped
class PreparedVersions implements VersionStep {

    private static final Logger LOG = Logger.getLogger(PreparedVersions.class);
    private static final int MOST_REASONS = 20;

    private final PackageStore store;
    private final ReceivedVersions received;
    private final PlansInForce plans;
    private final PlanRegister register;
    private final PlanParticipant participant;
    private final Outbox outbox;
    private final Clock clock;

    PreparedVersions(
            PackageStore store,
            ReceivedVersions received,
            PlansInForce plans,
            PlanRegister register,
            PlanParticipant participant,
            Outbox outbox,
            Clock clock) {
        this.store = store;
        this.received = received;
        this.plans = plans;
        this.register = register;
        this.participant = participant;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A package that is found here is the first version of a plan that nothing is known of; any other comes by events. */
    @Override
    public void found(SourcePackage found, boolean bundled) {
        PlanPackage read = found.read();
        String plan = read.plan().code();
        QuarkusTransaction.requiringNew().run(() -> {
            store.lock(plan);
            if (store.versions(plan).isEmpty()) {
                byte[] archive = PackageArchive.pack(found.files());
                store.add(plan, 1, read.fingerprint(), PackageVersionState.IN_FORCE, archive);
                effect(read, 1);
            }
        });
    }

    @Override
    public boolean advance(StoredVersion version) {
        if (!version.complete()) {
            return complete(version);
        }
        if (!version.answered()) {
            return answer(version);
        }
        return version.told() && enforce(version);
    }

    private boolean complete(StoredVersion version) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<byte[]> pieces = received.pieces(version.plan(), version.version());
            if (!pieces.isEmpty()) {
                received.complete(version.plan(), version.version(), PackageArchive.join(pieces));
            }
            return !pieces.isEmpty();
        });
    }

    private boolean answer(StoredVersion version) {
        Optional<LocalizedText> reason = reasonAgainst(version);
        QuarkusTransaction.requiringNew().run(() -> {
            store.lock(version.plan());
            if (received.answer(version.plan(), version.version(), clock.instant())) {
                reason.ifPresent(refused -> store.move(version.plan(), version.version(), Move.ABANDON));
                append(version, version.fingerprint(), reason.orElse(null));
            }
        });
        reason.ifPresent(refused ->
                LOG.warnf("plan %s: version %d is refused: %s", version.plan(), version.version(), refused.en()));
        return true;
    }

    private Optional<LocalizedText> reasonAgainst(StoredVersion version) {
        try {
            PlanPackage read = plans.read(version);
            boolean sound = read.fingerprint().equals(version.fingerprint())
                    && read.plan().code().equals(version.plan());
            return sound
                    ? Optional.empty()
                    : Optional.of(new LocalizedText(
                            "收到的文件与所发布的不同。", "The files that came are not those that were published."));
        } catch (PlanPackageException unusable) {
            return Optional.of(reason(unusable.faults()));
        } catch (UncheckedIOException broken) {
            return Optional.of(new LocalizedText("收到的文件不能解压。", "The files that came cannot be unpacked."));
        }
    }

    private static LocalizedText reason(List<PackageFault> faults) {
        return new LocalizedText(lines(faults, false), lines(faults, true));
    }

    private static String lines(List<PackageFault> faults, boolean english) {
        return faults.stream()
                .limit(MOST_REASONS)
                .map(fault -> fault.line(english))
                .collect(Collectors.joining("\n"));
    }

    /** In the caller's transaction. */
    void append(StoredVersion version, String fingerprint, LocalizedText against) {
        outbox.append(new NewEvent(
                participant.answer(version.plan(), version.version(), fingerprint, against == null, against),
                "plan-package/" + version.plan(),
                "/api/v1/plans/" + version.plan(),
                null));
    }

    private boolean enforce(StoredVersion version) {
        PlanPackage read = plans.read(version);
        String plan = version.plan();
        return QuarkusTransaction.requiringNew().call(() -> {
            store.lock(plan);
            boolean retires = register.find(plan).filter(read::retires).isPresent();
            if (store.enforce(plan, version.version(), retires)) {
                effect(read, version.version());
                LOG.infof("plan %s: version %d is in force", plan, version.version());
            }
            return true;
        });
    }

    private void effect(PlanPackage read, int version) {
        register.with(register.plansWith(read, version), () -> {
            participant.enforce(read, version);
            return version;
        });
    }
}
