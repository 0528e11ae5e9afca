/** Identifiers of what the suite stores and of the requests that it serves, and the codes by which the state names companies. */
package org.finplan.platform.identifier;
