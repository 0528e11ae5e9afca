/** Work that one instance of a service does at a time, and that passes to another when its holder hangs. */
package org.finplan.platform.outbox.lease;
