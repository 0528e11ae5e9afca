/** The checks of a request's head that come before any route. */
package org.finplan.gateway.request;
