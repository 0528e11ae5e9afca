/** Identifiers of what the suite stores and of the requests that it serves. */
package org.finplan.platform.identifier;
