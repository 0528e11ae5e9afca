/** What media types a request may come in and ask for. */
package org.finplan.platform.web.negotiation;
