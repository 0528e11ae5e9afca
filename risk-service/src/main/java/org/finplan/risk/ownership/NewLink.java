package org.finplan.risk.ownership;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.finplan.platform.identifier.UnifiedCreditCode;
import org.finplan.risk.institution.InstitutionError;
import org.finplan.risk.institution.InstitutionProblems;
import org.finplan.risk.ownership.OwnershipLinkRequest.HolderRequest;

/** Checks what is sent about a link, by itself and against the others of its file. */
@ApplicationScoped
class NewLink {

    private static final int MOST_DECIMALS = 10;

    private final OwnershipLinkRepository links;

    NewLink(OwnershipLinkRepository links) {
        this.links = links;
    }

    Holder holder(HolderRequest request) {
        HolderKind kind = HolderKind.find(request.kind())
                .orElseThrow(() ->
                        OwnershipError.UNKNOWN_HOLDER_KIND.at("/holder/kind", request.kind(), HolderKind.codes()));
        if (request.uscc() != null
                && (!UnifiedCreditCode.hasForm(request.uscc()) || !UnifiedCreditCode.isChecked(request.uscc()))) {
            throw InstitutionProblems.at(
                    InstitutionError.INVALID_USCC, "/holder/uscc", request.uscc(), List.of("[0-9A-HJ-NPQRTUWXY]{18}"));
        }
        return new Holder(kind, request.uscc(), request.identifier(), request.name());
    }

    Nature nature(OwnershipLinkRequest request) {
        Nature nature = Nature.find(request.nature())
                .orElseThrow(() -> OwnershipError.UNKNOWN_NATURE.at("/nature", request.nature(), Nature.codes()));
        BigDecimal share = request.share();
        boolean fits = nature == Nature.SHARES ? share != null && isPossible(share) : share == null;
        if (!fits) {
            throw OwnershipError.SHARE.at(
                    "/share",
                    share == null ? null : share.toString(),
                    nature == Nature.SHARES ? List.of("(0, 100], up to " + MOST_DECIMALS + " decimals") : List.of());
        }
        if (request.until() != null && request.until().isBefore(request.from())) {
            throw InstitutionProblems.dates("/until", request.until(), request.from() + "/..");
        }
        return nature;
    }

    private static boolean isPossible(BigDecimal share) {
        return share.signum() > 0 && share.compareTo(SharesHeld.ALL) <= 0 && share.scale() <= MOST_DECIMALS;
    }

    /** Checks a link against the others of its file that count. */
    void requireFits(OwnershipLink link) {
        if (link.holderKey().equals(link.owned())) {
            throw OwnershipError.SELF_HOLDING.at("/holder", link.holder().name(), List.of());
        }
        List<OwnershipLink> others = links.known(List.of(link.institution()), null, null).stream()
                .filter(other -> !other.id().equals(link.id()))
                .toList();
        requireInChain(link, others);
        List<OwnershipLink> same = others.stream()
                .filter(other -> other.owned().equals(link.owned()))
                .toList();
        same.stream()
                .filter(other -> other.holderKey().equals(link.holderKey())
                        && other.nature() == link.nature()
                        && other.overlaps(link))
                .findFirst()
                .ifPresent(other -> {
                    throw OwnershipError.OVERLAP.at("/from", link.from().toString(), List.of());
                });
        SharesHeld.tooMany(Stream.concat(same.stream(), Stream.of(link)).toList())
                .ifPresent(held -> {
                    BigDecimal rest = SharesHeld.ALL.subtract(held.sum()).add(link.share());
                    throw OwnershipError.TOO_MANY_SHARES.at(
                            "/share",
                            link.share().toPlainString(),
                            rest.signum() > 0
                                    ? List.of("(0, " + rest.toPlainString() + "] on " + held.on())
                                    : List.of());
                });
    }

    /** What holds another institution's shares belongs into the file of that one. */
    private static void requireInChain(OwnershipLink link, List<OwnershipLink> others) {
        Set<String> chain = others.stream()
                .map(other -> other.holder().uscc())
                .filter(uscc -> uscc != null)
                .collect(Collectors.toCollection(TreeSet::new));
        chain.add(link.institution());
        if (!chain.contains(link.owned())) {
            throw OwnershipError.NOT_IN_CHAIN.at("/owned", link.owned(), List.copyOf(chain));
        }
    }
}
