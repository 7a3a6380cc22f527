-- One rate limit that replicas share. KEYS: its hash: limit (-1 for none), assumed, remaining, cap, reset, guessed (whether
-- reset is), blocked, and for each replica "r:ID" = "number underway spent grant seen". It never expires: eviction must not
-- forget what is spent. What a replica may spend while Redis is away is part of its grant, which everybody else leaves alone:
-- remaining - all underway >= sum of grants. Counts are totals, so that a request may be lost or come twice.
-- ARGV: id, number, now, window, assumed limit, percent reserved, underway (with what is wanted), spent, grant,
-- wanted (none, interactive, background), limit seen (empty for nothing), remaining seen, reset seen, unlimited (0, 1),
-- blocked until, known before (0, 1), leaving (0, 1), reset known, spent before the present window, milliseconds of silence
-- after which a replica counts as gone, percent of the limit that a replica may spend without asking.
-- Who is gone is not counted any more. Of its grant only what it may spend without asking stays out of use, for a window; of
-- all who are gone, only what two may spend: who went last is believed to come back, who went before is given up.
local TOLERANCE, MARGIN, GONE = 5000, 1000, tonumber(ARGV[20])
local id, number, now, window = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local time = redis.call('TIME')
local clock = time[1] * 1000 + math.floor(time[2] / 1000)
local fields, hash, replicas, count = redis.call('HGETALL', KEYS[1]), {}, {}, 0
for i = 1, #fields, 2 do
  local name, value = fields[i], fields[i + 1]
  if string.sub(name, 1, 2) == 'r:' then
    local n, underway, spent, grant, seen = string.match(value, '^(%d+) (%d+) (%d+) (%d+) (%d+)$')
    if n then
      replicas[string.sub(name, 3)] = { number = tonumber(n), underway = tonumber(underway), spent = tonumber(spent),
        grant = tonumber(grant), seen = tonumber(seen) }
    else
      redis.call('HDEL', KEYS[1], name)
    end
  else
    hash[name] = value
  end
end
local me = replicas[id]
if me and me.number >= number then
  return { 'late' }
end
local known = ARGV[16] == '1'
local limit = tonumber(hash.limit or ARGV[5])
local assumed = (hash.assumed or ((known and '0') or '1')) == '1'
local remaining = tonumber(hash.remaining or ((known and '0') or ARGV[5]))
local cap = tonumber(hash.cap or ARGV[5])
local reset = tonumber(hash.reset or ARGV[18])
local guessed = hash.guessed == '1'
local blocked = tonumber(hash.blocked or '0')
local reported, spent = tonumber(ARGV[9]), tonumber(ARGV[8])
-- who was unknown (never here, gone for long, or Redis forgot) brings what was its own
if not me then
  me = { spent = spent }
  if known then
    remaining = remaining + reported
  end
end
local function alone()
  return math.max(1, math.floor(limit * tonumber(ARGV[21]) / 100))
end
if me.seen and clock - me.seen > GONE then
  reported = math.min(reported, me.grant, alone())
end
replicas[id] = nil
for other, it in pairs(replicas) do
  local silent = clock - it.seen
  it.gone = silent > GONE
  if silent > GONE + window then
    replicas[other] = nil
    redis.call('HDEL', KEYS[1], 'r:' .. other)
  elseif not it.gone then
    count = count + 1
  end
end
count = count + 1
-- a new window: those who are silent may have shared it out by themselves
local function renew()
  for _, it in pairs(replicas) do
    it.grant = (it.gone and alone()) or math.max(it.grant, math.floor(limit / count))
    it.underway = (it.gone and 0) or it.underway
    it.changed = true
  end
end
if limit >= 0 and reset > 0 and now >= reset + MARGIN then
  remaining, cap, reset, guessed = limit, limit, 0, false
  renew()
else
  remaining = remaining - math.max(0, spent - math.max(me.spent, tonumber(ARGV[19])))
end
if ARGV[11] ~= '' then
  local seen, left, ends = tonumber(ARGV[11]), tonumber(ARGV[12]), tonumber(ARGV[13])
  if ends > now + 2 * window then
    ends = now + window
  end
  if ends > now and not (reset > 0 and not guessed and ends < reset - TOLERANCE) then
    local later = reset > 0 and ends > reset + TOLERANCE
    local first = assumed or guessed or limit ~= seen or later
    if first then
      remaining, cap = left, left
    else
      remaining, cap = math.min(remaining, left), math.min(cap, left)
    end
    if first or reset == 0 then
      reset = ends
    end
    limit, assumed, guessed = seen, false, false
    if later then
      renew()
    end
  end
end
if ARGV[14] == '1' then
  limit, assumed = -1, false
end
remaining = math.min(remaining, cap)
-- calls without an answer may have begun a window; without an end, what they took would never come back
if reset == 0 and limit >= 0 and remaining < limit then
  reset, guessed = now + window, true
end
blocked = math.max(blocked, tonumber(ARGV[15]))
local gone = {}
for _, it in pairs(replicas) do
  if it.gone then
    gone[#gone + 1] = it
  end
end
table.sort(gone, function(one, other) return one.seen > other.seen end)
local aside, lost = 0, 0
for _, it in ipairs(gone) do
  local kept = math.min(it.grant, alone(), 2 * alone() - aside)
  it.changed = it.changed or kept < it.grant
  it.grant = kept
  aside = aside + kept
  lost = lost + it.underway
end
local underway, granted = math.max(0, tonumber(ARGV[7])), 0
for _, it in pairs(replicas) do
  underway = underway + it.underway
  granted = granted + it.grant
end
local mine = math.max(0, tonumber(ARGV[7]))
local outcome = 'none'
if ARGV[10] ~= 'none' then
  local left = remaining - underway + 1
  local least = 1
  if ARGV[10] == 'background' and limit > 0 then
    least = least + math.floor(limit * tonumber(ARGV[6]) / 100)
  end
  if now < blocked then
    outcome = 'blocked'
  elseif limit < 0 or (left >= least and left - granted >= 1) then
    outcome = 'taken'
  elseif remaining - lost < least or remaining - lost - aside < 1 then
    -- nobody present can give anything back
    outcome = 'exhausted'
  else
    outcome = 'wait'
  end
  if outcome ~= 'taken' then
    mine, underway = math.max(0, mine - 1), math.max(0, underway - 1)
  end
end
local text = function(value) return string.format('%.0f', value) end
redis.call('HSET', KEYS[1], 'limit', text(limit), 'assumed', assumed and '1' or '0', 'cap', text(cap), 'reset', text(reset),
  'blocked', text(blocked), 'guessed', guessed and '1' or '0')
for other, it in pairs(replicas) do
  if it.changed then
    redis.call('HSET', KEYS[1], 'r:' .. other, string.format('%.0f %.0f %.0f %.0f %.0f', it.number, it.underway, it.spent,
      it.grant, it.seen))
  end
end
if ARGV[17] == '1' then
  redis.call('HSET', KEYS[1], 'remaining', text(remaining - mine))
  redis.call('HDEL', KEYS[1], 'r:' .. id)
  return { 'left' }
end
local offer = math.max(0, math.min(math.floor((remaining - underway) / count), remaining - underway - granted))
redis.call('HSET', KEYS[1], 'remaining', text(remaining), 'r:' .. id, string.format('%.0f %.0f %.0f %.0f %.0f', number, mine,
  spent, math.max(reported, offer), clock))
return { outcome, text(limit), text(remaining - underway), text(guessed and 0 or reset), text(offer), text(count), text(blocked) }
