-- Driven by neovim.spec.ts: does in a real editor what a person would, and prints what came of it.
local file = vim.env.PRORL_FILE
local out = {}

local function wait(what, condition)
  if not vim.wait(20000, condition, 20) then
    error('waited in vain for ' .. what)
  end
end

-- What the server answers about the place behind a text of the buffer.
local function ask(method, text, more)
  local lines = vim.api.nvim_buf_get_lines(0, 0, -1, false)
  local params = vim.lsp.util.make_position_params()
  for i, line in ipairs(lines) do
    local _, last = string.find(line, text, 1, true)
    if last then
      params.position = { line = i - 1, character = last }
      break
    end
  end
  for key, value in pairs(more or {}) do params[key] = value end
  for _, answer in pairs(vim.lsp.buf_request_sync(0, 'textDocument/' .. method, params, 20000)) do
    if answer.error then error(method .. ': ' .. answer.error.message) end
    return answer.result
  end
end

local ok, problem = pcall(function()
  vim.cmd('edit ' .. file)
  local id = vim.lsp.start_client({
    name = 'prorl',
    cmd = vim.fn.split(vim.env.PRORL_SERVER, '\t'),
    root_dir = vim.fn.fnamemodify(file, ':h'),
  })
  vim.lsp.buf_attach_client(0, id)
  wait('a diagnostic', function() return #vim.diagnostic.get(0) > 0 end)
  local found = vim.diagnostic.get(0)[1]
  out.diagnostic = { code = found.code, message = found.message, line = found.lnum }

  vim.api.nvim_win_set_cursor(0, { found.lnum + 1, found.col })
  local wanted = vim.lsp.util.make_range_params()
  wanted.context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics(0) }
  local offered = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', wanted, 20000)
  for _, answer in pairs(offered) do
    vim.lsp.util.apply_workspace_edit(answer.result[1].edit, 'utf-16')
  end
  wait('the fix', function() return #vim.diagnostic.get(0) == 0 end)
  out.fixed = vim.api.nvim_buf_get_lines(0, 0, -1, false)

  local params = vim.lsp.util.make_position_params()
  params.position = { line = tonumber(vim.env.PRORL_LINE), character = tonumber(vim.env.PRORL_COLUMN) }
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/completion', params, 20000)
  out.completion = {}
  for _, answer in pairs(answers) do
    for _, item in ipairs(answer.result or {}) do table.insert(out.completion, item.label) end
  end

  if vim.lsp.buf.format then vim.lsp.buf.format({ timeout_ms = 20000 }) else vim.lsp.buf.formatting_sync({}, 20000) end
  out.formatted = vim.api.nvim_buf_get_lines(0, 0, -1, false)

  out.hover = ask('hover', 'coefficient: tru').contents.value
  out.definition = ask('definition', 'coefficient: tru')
  out.references = #ask('references', 'mixture puzz', { context = { includeDeclaration = true } })
  out.signature = ask('signatureHelp', 'chain_sum(terms: 2..3,').signatures[1].label
  local range = { start = { line = 0, character = 0 }, ['end'] = { line = 99, character = 0 } }
  out.hints = ask('inlayHint', 'edition', { range = range })
  out.symbols = {}
  for _, one in ipairs(ask('documentSymbol', 'edition')) do table.insert(out.symbols, one.name) end

  -- Changed in the file that declares it, which neovim opens for that.
  vim.lsp.util.apply_workspace_edit(ask('rename', 'when drif', { newName = 'wandered' }), 'utf-16')
  wait('the new name', function() return #vim.diagnostic.get(0) == 0 end)
  out.renamed = {}
  for _, name in ipairs({ file, vim.fn.fnamemodify(file, ':h') .. '/part.prorl' }) do
    out.renamed[vim.fn.fnamemodify(name, ':t')] = vim.api.nvim_buf_get_lines(vim.fn.bufnr(name), 0, -1, false)
  end
  out.left = vim.diagnostic.get(nil)
end)
if not ok then out.error = tostring(problem) end
vim.fn.writefile({ vim.fn.json_encode(out) }, vim.env.PRORL_OUT)
vim.cmd('qall!')
