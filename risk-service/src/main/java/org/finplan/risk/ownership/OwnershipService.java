package org.finplan.risk.ownership;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.security.Caller;
import org.finplan.risk.institution.Institution;
import org.finplan.risk.institution.InstitutionError;
import org.finplan.risk.institution.InstitutionProblems;
import org.finplan.risk.institution.Institutions;

/** Records, corrects and takes back links. The resource method begins the transaction of a post. */
@ApplicationScoped
class OwnershipService {

    private final OwnershipLinkRepository links;
    private final NewLink newLink;
    private final Institutions institutions;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;

    OwnershipService(
            OwnershipLinkRepository links,
            NewLink newLink,
            Institutions institutions,
            AuditTrail audit,
            Caller caller,
            Clock clock) {
        this.links = links;
        this.newLink = newLink;
        this.institutions = institutions;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    OwnershipLink record(OwnershipLinkRequest request) {
        if (institutions.known(List.of(request.institution())).isEmpty()) {
            throw InstitutionProblems.at(
                    InstitutionError.UNKNOWN_INSTITUTION, "/institution", request.institution(), List.of());
        }
        Institution institution = institutions.requireWritable(request.institution());
        OwnershipLink link = link(Identifiers.next(), 1, request, null);
        newLink.requireFits(link);
        links.insert(link);
        return recorded(link, institution, "record");
    }

    /** A link stays in the file of its institution. */
    @Transactional
    OwnershipLink correct(UUID id, @Nullable String ifMatch, OwnershipLinkRequest request) {
        OwnershipLink before = take(id, ifMatch);
        if (!request.institution().equals(before.institution())) {
            throw InstitutionProblems.at(
                    InstitutionError.UNKNOWN_INSTITUTION,
                    "/institution",
                    request.institution(),
                    List.of(before.institution()));
        }
        if (request.reason() == null) {
            throw OwnershipError.REASON_REQUIRED.at("/reason", null, List.of());
        }
        OwnershipLink after = link(id, before.version() + 1, request, request.reason());
        newLink.requireFits(after);
        links.replace(after);
        return recorded(after, institutions.require(after.institution()), "correct");
    }

    OwnershipLink withdraw(UUID id, @Nullable String ifMatch, String reason) {
        OwnershipLink before = take(id, ifMatch);
        OwnershipLink after = new OwnershipLink(
                id,
                before.version() + 1,
                before.institution(),
                before.owned(),
                before.holder(),
                before.nature(),
                before.share(),
                before.from(),
                before.until(),
                before.source(),
                true,
                reason,
                links.nextChange(),
                caller.subject(),
                now());
        links.replace(after);
        return recorded(after, institutions.require(after.institution()), "withdraw");
    }

    @Transactional
    OwnershipLink get(UUID id) {
        return links.find(id).filter(this::isSeen).orElseThrow(() -> notFound(id));
    }

    @Transactional
    List<OwnershipLink> versions(UUID id) {
        List<OwnershipLink> versions = links.versions(id);
        if (versions.isEmpty() || !isSeen(versions.get(0))) {
            throw notFound(id);
        }
        return versions;
    }

    private boolean isSeen(OwnershipLink link) {
        return !institutions.known(List.of(link.institution())).isEmpty();
    }

    /** Locks the file, in which the shares are added up. */
    private OwnershipLink take(UUID id, @Nullable String ifMatch) {
        institutions.requireWritable(get(id).institution());
        OwnershipLink link = get(id);
        Preconditions.requireMatch(ifMatch, EntityTags.of(link.version()));
        if (link.withdrawn()) {
            throw OwnershipError.WITHDRAWN.at("", null, List.of());
        }
        return link;
    }

    private OwnershipLink link(UUID id, int version, OwnershipLinkRequest request, @Nullable String reason) {
        Holder holder = newLink.holder(request.holder());
        Nature nature = newLink.nature(request);
        return new OwnershipLink(
                id,
                version,
                request.institution(),
                request.what(),
                holder,
                nature,
                request.share(),
                request.from(),
                request.until(),
                request.source(),
                false,
                reason,
                links.nextChange(),
                caller.subject(),
                now());
    }

    private OwnershipLink recorded(OwnershipLink link, Institution institution, String action) {
        audit.record(
                "ownership-link." + action,
                OwnershipLink.path(link.id()),
                institution.region(),
                link.holder().name() + " " + link.nature().code() + " " + link.owned());
        return link;
    }

    private static ProblemException notFound(UUID id) {
        return new ProblemException(
                WebError.NOT_FOUND,
                new LocalizedText("没有股权关系 " + id + "。", "There is no link of ownership " + id + "."));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
