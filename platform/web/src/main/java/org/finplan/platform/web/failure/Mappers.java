package org.finplan.platform.web.failure;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.finplan.platform.problem.ProblemException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Takes every exception that leaves a resource or the framework. Most types stand here only because the framework has a
 * mapper of its own for them, which would win over the one for {@link Throwable}.
 */
class Mappers {

    private static final int LOWEST_ERROR = 400;

    private final Answers answers;
    private final AllowedMethods allowed;

    Mappers(Answers answers, AllowedMethods allowed) {
        this.answers = answers;
        this.allowed = allowed;
    }

    @ServerExceptionMapper
    public Response problem(ProblemException e) {
        return answers.response(Failures.of(e));
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException e) {
        // A redirect or another answer thrown on purpose is none of ours.
        return e.getResponse().getStatus() < LOWEST_ERROR ? e.getResponse() : answers.response(Failures.of(e));
    }

    @ServerExceptionMapper
    public Response notFound(NotFoundException e) {
        return answers.response(Failures.of(e));
    }

    @ServerExceptionMapper
    public Response notAllowed(NotAllowedException e, UriInfo uri) {
        return answers.response(Failures.of(e).withHeader(HttpHeaders.ALLOW, allowed.of(uri.getPath())));
    }

    @ServerExceptionMapper
    public Response authenticationFailed(AuthenticationFailedException e) {
        return answers.response(Failures.of(e));
    }

    @ServerExceptionMapper
    public Response authenticationCompletion(AuthenticationCompletionException e) {
        return answers.response(Failures.of(e));
    }

    @ServerExceptionMapper
    public Response authenticationRedirect(AuthenticationRedirectException e) {
        return answers.response(Failures.of(e));
    }

    @ServerExceptionMapper
    public Response unauthorized(UnauthorizedException e) {
        return answers.response(Failures.of(e));
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        return answers.response(Failures.of(e));
    }

    @ServerExceptionMapper
    public Response validation(ValidationException e) {
        return answers.response(Failures.of(e));
    }

    @ServerExceptionMapper
    public Response mismatchedInput(MismatchedInputException e) {
        return answers.response(Failures.of(e));
    }

    @ServerExceptionMapper
    public Response anything(Throwable e) {
        return answers.response(Failures.of(e));
    }
}
