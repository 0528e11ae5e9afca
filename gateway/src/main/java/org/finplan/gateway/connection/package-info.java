/** Connections of Vert.x, beneath what its public API shows of them; no other package knows its internal types. */
package org.finplan.gateway.connection;
