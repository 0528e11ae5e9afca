package org.finplan.risk.institution.rating;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.finplan.platform.events.InstitutionRated;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.outbox.NewEvent;
import org.finplan.platform.outbox.Outbox;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.paging.CursorParameters;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.security.Caller;
import org.finplan.risk.institution.Institution;
import org.finplan.risk.institution.InstitutionProblems;
import org.finplan.risk.institution.Institutions;
import org.finplan.risk.list.CodeParameter;

/** Records ratings and reads them. The resource method begins the transaction of a write. */
@ApplicationScoped
class RatingService {

    private final RatingRepository ratings;
    private final RatingSchemes schemes;
    private final Institutions institutions;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;

    RatingService(
            RatingRepository ratings,
            RatingSchemes schemes,
            Institutions institutions,
            Outbox outbox,
            AuditTrail audit,
            Caller caller,
            Clock clock) {
        this.ratings = ratings;
        this.schemes = schemes;
        this.institutions = institutions;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** The same grade of the same day again is the rating that is there. */
    Rating rate(String uscc, RatingRequest request) {
        Institution institution = institutions.requireWritable(uscc);
        RatingScheme scheme = scheme(institution, request);
        LocalDate today = BusinessTime.today(clock);
        if (request.on().isAfter(today)) {
            throw InstitutionProblems.at(
                    RatingError.RATED_IN_FUTURE, "/on", request.on().toString(), List.of("../" + today));
        }
        Optional<Rating> there = ratings.ofADay(uscc, scheme.code(), request.on());
        if (there.isPresent() && there.get().grade().equals(request.grade())) {
            return there.get();
        }
        if (there.isPresent() && request.reason() == null) {
            throw InstitutionProblems.at(
                    RatingError.REASON_REQUIRED,
                    "/reason",
                    null,
                    List.of(there.get().grade()));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Rating rating = new Rating(
                Identifiers.next(),
                scheme.code(),
                scheme.version(),
                request.grade(),
                request.on(),
                request.source() == null ? caller.subject() : request.source(),
                request.reason(),
                caller.subject(),
                now);
        there.ifPresent(before -> ratings.replace(before.id(), now));
        ratings.insert(uscc, rating);
        append(institution, rating);
        audit.record(
                "institution.rate",
                Institution.path(uscc),
                institution.region(),
                rating.scheme() + " " + rating.grade() + " " + rating.on());
        return rating;
    }

    @Transactional
    Page<Rating> list(String uscc, String scheme, @Nullable LocalDate on, CursorParameters paging) {
        institutions.require(uscc);
        String wanted = CodeParameter.of("scheme", scheme, schemes.codes());
        if (on != null) {
            return new Page<>(ratings.inForce(uscc, wanted, on), null, null);
        }
        Rating.Position after = paging.after().map(Rating.Position::of).orElse(null);
        List<Rating> rows = ratings.page(uscc, wanted, after, paging.limit() + 1);
        return Page.of(rows, paging.limit(), row -> paging.cursor(row.on().toString(), row.scheme()), null);
    }

    @Transactional
    InspectionInterval interval(String uscc, @Nullable LocalDate on) {
        institutions.require(uscc);
        LocalDate day = on == null ? BusinessTime.today(clock) : on;
        return InspectionInterval.of(day, ratings.inForce(uscc, null, day), schemes::find);
    }

    List<RatingScheme> schemes() {
        return schemes.all();
    }

    private RatingScheme scheme(Institution institution, RatingRequest request) {
        RatingScheme scheme = schemes.find(request.scheme())
                .filter(found -> found.isFor(institution.kind()))
                .orElseThrow(() -> InstitutionProblems.at(
                        RatingError.UNKNOWN_SCHEME, "/scheme", request.scheme(), schemes.codesFor(institution.kind())));
        if (!scheme.has(request.grade())) {
            throw InstitutionProblems.at(RatingError.UNKNOWN_GRADE, "/grade", request.grade(), scheme.gradeCodes());
        }
        return scheme;
    }

    private void append(Institution institution, Rating rating) {
        outbox.append(new NewEvent(
                new InstitutionRated(
                        institution.uscc(),
                        institution.region(),
                        institution.kind(),
                        rating.scheme(),
                        rating.schemeVersion(),
                        rating.grade(),
                        rating.on(),
                        rating.source(),
                        rating.recordedAt(),
                        rating.recordedBy()),
                "institution/" + institution.uscc(),
                Institution.path(institution.uscc()),
                institution.region()));
    }
}
