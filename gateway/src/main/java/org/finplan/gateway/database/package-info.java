/**
 * The gateway's own database: API keys, what was used of their quotas, calls, audit records. The gateway answers callers
 * with access tokens while it is unavailable; nothing here ever runs on an event loop.
 */
package org.finplan.gateway.database;
